import { ServiceError } from '@leavewell/server';
import type { Stripe } from 'stripe';
import type { PaidCharge } from '../reach-withdrawn.ts';
import { integerOf, isObject, objectOf, textOf, type WireObject } from '../wire-value.ts';
import { paymentsOf, type InvoicePayment } from './invoice-payments.ts';
import { wireOf } from './wire-of.ts';

/** What of one payment is not on its way back yet, in minor units. */
export interface OwedPayment {
  readonly by: InvoicePayment['by'];
  readonly amount: number;
}

/** The newest invoice that was paid, with what is owed of each of its payments. */
export interface StripeCharge extends PaidCharge {
  readonly payments: readonly OwedPayment[];
}

/** Proration and free invoices may stand before the one that was paid. */
const NEWEST = 20;

const nothingPaid: StripeCharge = { paid: 0, owed: 0, refund: null, payments: [] };

/** A refund that came to nothing ("The Refund object", `status`). */
const isLost = ({ status }: WireObject): boolean => status === 'failed' || status === 'canceled';

/**
 * Reads the newest invoice of a subscription that was paid for with money, and what went back of it; refunds are found
 * again by listing those of each payment. Rejects as Stripe's package does.
 */
export async function readCharge(stripe: Stripe, subscription: string): Promise<StripeCharge> {
  const list = await stripe.invoices.list({ subscription, status: 'paid', limit: NEWEST, expand: ['data.payments'] });
  const invoice = dataOf(wireOf(list)).find(({ amount_paid }) => (integerOf(amount_paid) ?? 0) > 0);
  if (invoice === undefined) return nothingPaid;
  const paid = integerOf(invoice['amount_paid']) ?? 0;
  const payments = await Promise.all(paymentsOf(invoice).map((payment) => readPayment(stripe, payment)));
  const back = payments.reduce((sum, payment) => sum + payment.back, 0);
  const refund = payments.find((payment) => payment.refund !== null)?.refund ?? null;
  return { paid, owed: Math.max(0, paid - back), refund, payments };
}

async function readPayment(
  stripe: Stripe,
  { by, amount }: InvoicePayment,
): Promise<OwedPayment & { readonly back: number; readonly refund: string | null }> {
  const refunds = dataOf(wireOf(await stripe.refunds.list({ ...by, limit: 100 }))).filter((refund) => !isLost(refund));
  const back = refunds.reduce((sum, refund) => sum + (integerOf(refund['amount']) ?? 0), 0);
  return { by, amount: Math.max(0, amount - back), back, refund: textOf(refunds[0]?.['id']) };
}

function dataOf(list: unknown): readonly WireObject[] {
  const { data } = objectOf(list);
  if (Array.isArray(data)) return data.filter(isObject);
  throw new ServiceError('provider_unavailable', { detail: "Stripe's answer is not a list" });
}
