import type { BillingOrder, BillingRefund } from '@leavewell/server';
import { objectOf, textOf, type WireObject } from '../wire-value.ts';
import { instantOf, minorUnitsOf, objectsIn } from './paddle-value.ts';
import { unclear } from './translate-error.ts';

/** What Paddle's words for a transaction mean here; a draft or one that is merely ready was not asked of anybody. */
const statuses: ReadonlyMap<string | null, BillingOrder['status']> = new Map([
  ['billed', 'open'],
  ['paid', 'paid'],
  ['completed', 'paid'],
  ['past_due', 'failed'],
  ['canceled', 'void'],
]);

const refundStatuses: ReadonlyMap<string | null, BillingRefund['status']> = new Map([
  ['pending_approval', 'pending'],
  ['approved', 'sent'],
  ['rejected', 'failed'],
  ['reversed', 'failed'],
]);

/** Says a transaction in our words, with the refunds among its adjustments; null for what was not billed. */
export function translateOrder(transaction: WireObject): BillingOrder | null {
  const known = statuses.get(textOf(transaction['status']));
  const [reference, createdAt] = [textOf(transaction['id']), instantOf(transaction['created_at'])];
  if (reference === null || createdAt === null) throw unclear("Paddle's list holds something that is no transaction");
  if (known === undefined) return null;
  const amount = minorUnitsOf(objectOf(objectOf(transaction['details'])['totals'])['grand_total']);
  if (amount === null) throw unclear("Paddle's transaction has no total");
  const { starts_at, ends_at } = objectOf(transaction['billing_period']);
  const refunds = objectsIn(transaction['adjustments']).flatMap((adjustment) => refundOf(adjustment) ?? []);
  return {
    reference,
    number: textOf(transaction['invoice_number']),
    status: known === 'paid' ? afterRefunds(amount, refunds) : known,
    amount,
    currency: textOf(transaction['currency_code']) ?? '',
    createdAt: instantOf(transaction['billed_at']) ?? createdAt,
    periodStartsAt: instantOf(starts_at),
    periodEndsAt: instantOf(ends_at),
    refunds,
  };
}

/** A credit lowers another bill and a chargeback is the bank's doing; a refund is money that goes back. */
function refundOf(adjustment: WireObject): BillingRefund | null {
  if (textOf(adjustment['action']) !== 'refund') return null;
  const [reference, createdAt] = [textOf(adjustment['id']), instantOf(adjustment['created_at'])];
  const amount = minorUnitsOf(objectOf(adjustment['totals'])['total']);
  if (reference === null || createdAt === null || amount === null) return null;
  return { reference, status: refundStatuses.get(textOf(adjustment['status'])) ?? 'pending', amount, createdAt };
}

function afterRefunds(amount: number, refunds: readonly BillingRefund[]): BillingOrder['status'] {
  const sent = refunds.filter(({ status }) => status === 'sent').reduce((sum, refund) => sum + refund.amount, 0);
  if (sent === 0) return 'paid';
  return sent >= amount ? 'refunded' : 'partially_refunded';
}
