import type { BillingProvider, BillingSubscription } from '@leavewell/server';
import type { Stripe } from 'stripe';
import { reachOff, reachOn } from '../reach-renewal.ts';
import { requireSecret } from '../require-secret.ts';
import { objectOf, textOf } from '../wire-value.ts';
import { readNotice } from './read-notice.ts';
import { readOrders } from './read-orders.ts';
import { stripeClient, type StripeClientOptions } from './stripe-client.ts';
import { readAt, switchOff, switchOn } from './stripe-subscription.ts';
import { notASubscription } from './read-subscription.ts';
import { translateError } from './translate-error.ts';
import { translateSubscription } from './translate.ts';
import { wireOf } from './wire-of.ts';

/** How to reach Stripe, and what its notices are signed with. */
export interface StripeProviderOptions extends StripeClientOptions {
  /** The signing secret of the webhook endpoint, `whsec_…`; environment variable `STRIPE_WEBHOOK_SECRET`. */
  readonly webhookSecret: string;
}

/**
 * Billing by Stripe, in the words of one pinned API version whatever the account's own is. A membership's
 * `providerReference` is the subscription's identifier, `sub_…`. Renewal ends with the period that is paid for; nothing
 * is prorated or given back. Throws at once when a secret is missing.
 */
export function stripeProvider({ webhookSecret, ...options }: StripeProviderOptions): Required<BillingProvider> {
  const stripe = stripeClient(options);
  const secret = requireSecret(webhookSecret, 'STRIPE_WEBHOOK_SECRET');
  return {
    name: 'stripe',
    current: ({ facts }) => facts,
    read: async (subject) => (await readAt(stripe, subject)).facts,
    cancelRenewal: async (subject, command) => reachOff(switchOff(stripe, subject, command)),
    resumeRenewal: async (subject, command) => reachOn(switchOn(stripe, subject, command)),
    orders: (subject) => readOrders(stripe, subject),
    list: (customer) => listSubscriptions(stripe, customer),
    notice: (body, headers, now) => readNotice(body, headers, secret, now),
  };
}

/** One person's; nobody has more. */
const MOST_SUBSCRIPTIONS = 500;

async function listSubscriptions(stripe: Stripe, customer: string): Promise<readonly BillingSubscription[]> {
  const expand = ['data.default_payment_method', 'data.customer.invoice_settings.default_payment_method'];
  try {
    const list = stripe.subscriptions.list({ customer, status: 'all', limit: 100, expand });
    return (await list.autoPagingToArray({ limit: MOST_SUBSCRIPTIONS })).map(wireOf).map(listed);
  } catch (error) {
    throw translateError(error);
  }
}

function listed(wire: unknown): BillingSubscription {
  const reference = textOf(objectOf(wire)['id']);
  if (reference === null) throw notASubscription('id', 'a text');
  return { reference, facts: translateSubscription(wire) };
}
