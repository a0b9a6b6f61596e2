import type { WireJson } from '../double-faults.ts';
import { chargeOf, intentOf, renderRefund, type StripeShape } from './render-stripe.ts';
import { refused, type StripeAnswer, type StripeRequest } from './stripe-answer.ts';
import type { StripeBooks } from './stripe-books.ts';
import { giveBack, type StripeInvoice } from './stripe-state.ts';

type Form = StripeRequest['form'];

/** Refunds of one payment, newest first. */
export function listRefunds(books: StripeBooks, shape: StripeShape, form: Form): readonly WireJson[] {
  const invoice = paidBy(books, form);
  if (invoice === undefined) return [];
  return invoice.refunds.map((refund) => renderRefund(shape, invoice, refund)).reverse();
}

/** Gives money back for one payment, or answers why not ("Error codes"). */
export function createRefund(books: StripeBooks, shape: StripeShape, form: Form): StripeAnswer {
  const invoice = paidBy(books, form);
  if (invoice === undefined) return refused('No such payment_intent', { code: 'resource_missing' });
  if (invoice.isDisputed) return refused('The charge has been charged back.', { code: 'charge_disputed' });
  const left = leftOf(invoice);
  if (left === 0) return refused('The charge has already been refunded.', { code: 'charge_already_refunded' });
  const amount = form['amount'] === undefined ? left : Number(form['amount']);
  if (amount > left) return refused('Refund amount is greater than unrefunded amount on charge.', { param: 'amount' });
  const refund = giveBack(invoice, { amount, created: books.now(), status: 'succeeded' });
  return { status: 200, body: renderRefund(shape, invoice, refund), about: invoice.subscription };
}

function paidBy({ invoices }: StripeBooks, { payment_intent, charge }: Form): StripeInvoice | undefined {
  return invoices.find(
    ({ id, status }) => status === 'paid' && (payment_intent === intentOf(id) || charge === chargeOf(id)),
  );
}

function leftOf({ refunds, subscription }: StripeInvoice): number {
  const given = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  return given.reduce((left, { amount }) => left - amount, subscription.amount);
}
