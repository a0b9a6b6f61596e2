import { integerOf, isObject, objectOf, textOf, type WireObject } from '../wire-value.ts';

/** One payment of an invoice: by payment intent or, without one, by charge. The amount is in minor units. */
export interface InvoicePayment {
  readonly by: { readonly payment_intent: string } | { readonly charge: string };
  readonly amount: number;
}

/**
 * What an invoice was paid by. It lists its payments since API version 2025-03-31.basil; before, it names one itself.
 * None for what was paid outside of Stripe.
 */
export function paymentsOf(invoice: WireObject): readonly InvoicePayment[] {
  const { data } = objectOf(invoice['payments']);
  const listed = Array.isArray(data) ? data.filter(isObject) : [];
  const payments = listed
    .filter(({ status }) => status !== 'open' && status !== 'canceled')
    .flatMap(({ payment, amount_paid }) => paymentOf(objectOf(payment), amount_paid));
  return payments.length > 0 ? payments : paymentOf(invoice, invoice['amount_paid']);
}

function paymentOf({ payment_intent, charge }: WireObject, paid: unknown): InvoicePayment[] {
  const amount = integerOf(paid) ?? 0;
  const [intentId, chargeId] = [idOf(payment_intent), idOf(charge)];
  if (intentId !== null) return [{ by: { payment_intent: intentId }, amount }];
  return chargeId === null ? [] : [{ by: { charge: chargeId }, amount }];
}

/** The identifier of what may be expanded. */
export function idOf(value: unknown): string | null {
  return textOf(isObject(value) ? value['id'] : value);
}
