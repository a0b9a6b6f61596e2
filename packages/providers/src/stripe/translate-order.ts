import { formatInstant, ServiceError, type BillingOrder, type BillingRefund } from '@leavewell/server';
import { integerOf, isObject, objectOf, secondsOf, textOf, type WireObject } from '../wire-value.ts';
import { idOf, paymentsOf } from './invoice-payments.ts';

/** What Stripe's words for a refund mean here ("The Refund object", `status`); an unknown one is still on its way. */
const refundStatuses: ReadonlyMap<string | null, BillingRefund['status']> = new Map([
  ['pending', 'pending'],
  ['requires_action', 'pending'],
  ['succeeded', 'sent'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** What Stripe's words for an invoice mean here ("The Invoice object", `status`), before refunds are looked at. */
const invoiceStatuses: ReadonlyMap<string | null, BillingOrder['status']> = new Map([
  ['open', 'open'],
  ['paid', 'paid'],
  ['uncollectible', 'failed'],
  ['void', 'void'],
]);

/**
 * Says an invoice in our words, with what was given back of its payments; null for a draft, which nobody was charged
 * yet. `charges` are those of the customer, with their refunds.
 */
export function translateOrder(invoice: unknown, charges: readonly unknown[]): BillingOrder | null {
  if (!isObject(invoice) || invoice['object'] !== 'invoice') throw unreadable('an invoice');
  const known = invoiceStatuses.get(textOf(invoice['status']));
  const reference = textOf(invoice['id']);
  const createdAt = secondsOf(invoice['created']);
  if (known === undefined) return null;
  if (reference === null || createdAt === null) throw unreadable('an invoice with "id" and "created"');
  const amount = integerOf(invoice[known === 'paid' ? 'amount_paid' : 'amount_due']) ?? 0;
  const refunds = charges.filter(isObject).filter(isPaymentOf(invoice)).flatMap(refundsOf);
  const status = known === 'open' && invoice['attempted'] === true ? 'failed' : known;
  return {
    reference,
    number: textOf(invoice['number']),
    status: status === 'paid' ? afterRefunds(amount, refunds) : status,
    amount,
    currency: (textOf(invoice['currency']) ?? '').toUpperCase(),
    createdAt: instantOf(createdAt),
    ...periodOf(invoice),
    refunds,
  };
}

function unreadable(expected: string): ServiceError {
  return new ServiceError('provider_unavailable', { detail: `Stripe's list holds something that is not ${expected}` });
}

function instantOf(seconds: number): string {
  return formatInstant(new Date(seconds * 1000));
}

/** Of all charges of a customer, those by which an invoice was paid. */
function isPaymentOf(invoice: WireObject): (charge: WireObject) => boolean {
  const paidBy = new Set(paymentsOf(invoice).flatMap(({ by }) => Object.values(by)));
  return ({ id, payment_intent }) => [idOf(payment_intent), idOf(id)].some((by) => by !== null && paidBy.has(by));
}

function listOf(value: unknown): WireObject[] {
  const data = objectOf(value)['data'];
  return Array.isArray(data) ? data.filter(isObject) : [];
}

function refundsOf(charge: WireObject): BillingRefund[] {
  return listOf(charge['refunds']).flatMap((refund) => {
    const [reference, amount, createdAt] = [
      textOf(refund['id']),
      integerOf(refund['amount']),
      secondsOf(refund['created']),
    ];
    if (reference === null || amount === null || createdAt === null) return [];
    const status = refundStatuses.get(textOf(refund['status'])) ?? 'pending';
    return { reference, status, amount, createdAt: instantOf(createdAt) };
  });
}

/** Only money that is known to have been sent counts as refunded. */
function afterRefunds(amount: number, refunds: readonly BillingRefund[]): BillingOrder['status'] {
  const sent = refunds.filter(({ status }) => status === 'sent').reduce((sum, refund) => sum + refund.amount, 0);
  if (sent === 0) return 'paid';
  return sent >= amount ? 'refunded' : 'partially_refunded';
}

/** What was bought is on the lines; the invoice's own period looks back over the one before ("The Invoice object"). */
function periodOf(invoice: WireObject): Pick<BillingOrder, 'periodStartsAt' | 'periodEndsAt'> {
  const periods = listOf(invoice['lines']).flatMap(({ period }) => {
    const [start, end] = [secondsOf(objectOf(period)['start']), secondsOf(objectOf(period)['end'])];
    return start === null || end === null ? [] : [{ start, end }];
  });
  const [last] = periods.toSorted((a, b) => b.end - a.end);
  if (last === undefined) return { periodStartsAt: null, periodEndsAt: null };
  return { periodStartsAt: instantOf(last.start), periodEndsAt: instantOf(last.end) };
}
