import type { BillingProvider, BillingSubject, BillingSubscription } from '@leavewell/server';
import type { Stripe } from 'stripe';
import { reachOff, reachOn } from '../reach-renewal.ts';
import { reachWithdrawn, withMoneyBack } from '../reach-withdrawn.ts';
import { requireSecret } from '../require-secret.ts';
import { objectOf, textOf } from '../wire-value.ts';
import { readNotice } from './read-notice.ts';
import { readOrders } from './read-orders.ts';
import { stripeClient, type StripeClientOptions } from './stripe-client.ts';
import { readAt, switchOff, switchOn } from './stripe-subscription.ts';
import { notASubscription } from './read-subscription.ts';
import { translateError } from './translate-error.ts';
import { translateSubscription } from './translate.ts';
import { chargeOf, withdrawable } from './withdraw.ts';
import { wireOf } from './wire-of.ts';

/** How to reach Stripe, and what its notices are signed with. */
export interface StripeProviderOptions extends StripeClientOptions {
  /** The signing secret of the webhook endpoint, `whsec_…`; environment variable `STRIPE_WEBHOOK_SECRET`. */
  readonly webhookSecret: string;
}

/**
 * Billing by Stripe, in the words of one pinned API version whatever the account's own is. A membership's
 * `providerReference` is the subscription's identifier, `sub_…`. Renewal ends with the period that is paid for; nothing
 * is prorated or given back then. Withdrawing gives the newest paid invoice back and ends at once. `read` says of what
 * is over whether its money went back; `list`, which would have to ask for each, does not. Throws at once when a secret
 * is missing.
 */
export function stripeProvider({ webhookSecret, ...options }: StripeProviderOptions): Required<BillingProvider> {
  const stripe = stripeClient(options);
  const secret = requireSecret(webhookSecret, 'STRIPE_WEBHOOK_SECRET');
  return {
    name: 'stripe',
    current: ({ facts }) => facts,
    read: (subject) => readFacts(stripe, subject),
    cancelRenewal: async (subject, command) => reachOff(switchOff(stripe, subject, command)),
    resumeRenewal: async (subject, command) => reachOn(switchOn(stripe, subject, command)),
    withdraw: async (subject, command) => reachWithdrawn(withdrawable(stripe, subject, command)),
    orders: (subject) => readOrders(stripe, subject),
    list: (customer) => listSubscriptions(stripe, customer),
    notice: (body, headers, now) => readNotice(body, headers, secret, now),
  };
}

/** A subscription does not say that its money went back; of one that is over, its refunds are looked at. */
async function readFacts(stripe: Stripe, subject: BillingSubject): Promise<BillingSubject['facts']> {
  const { facts } = await readAt(stripe, subject);
  return facts.endedAt === null ? facts : withMoneyBack(facts, await chargeOf(stripe, subject));
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
