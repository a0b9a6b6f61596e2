import type { BillingOrder, BillingSubject } from '@leavewell/server';
import type { Stripe } from 'stripe';
import { requireReference } from '../require-reference.ts';
import { translateError } from './translate-error.ts';
import { translateOrder } from './translate-order.ts';
import { wireOf } from './wire-of.ts';

/** Ten years of monthly invoices, and of charges of a customer with eight subscriptions. */
const [MOST_INVOICES, MOST_CHARGES] = [120, 1_000];

/** The invoices of a subscription with their refunds, newest first, in two lists however many there are. */
export async function readOrders(stripe: Stripe, subject: BillingSubject): Promise<readonly BillingOrder[]> {
  const subscription = requireReference(subject);
  try {
    const invoices = await stripe.invoices
      .list({ subscription, limit: 100, expand: ['data.payments'] })
      .autoPagingToArray({ limit: MOST_INVOICES });
    const customer = customerOf(invoices);
    const charges = customer === null ? [] : await chargesOf(stripe, customer);
    const orders = invoices.flatMap((invoice) => translateOrder(wireOf(invoice), charges) ?? []);
    return orders.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  } catch (error) {
    throw translateError(error);
  }
}

function customerOf(invoices: readonly Stripe.Invoice[]): string | null {
  const customer = invoices.find(({ amount_paid }) => amount_paid > 0)?.customer ?? null;
  return typeof customer === 'string' ? customer : (customer?.id ?? null);
}

async function chargesOf(stripe: Stripe, customer: string): Promise<unknown[]> {
  const list = stripe.charges.list({ customer, limit: 100, expand: ['data.refunds'] });
  return (await list.autoPagingToArray({ limit: MOST_CHARGES })).map(wireOf);
}
