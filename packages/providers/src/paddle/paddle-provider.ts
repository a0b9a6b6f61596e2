import type { BillingProvider, BillingSubject, BillingSubscription } from '@leavewell/server';
import { reachOff, reachOn, type CompanyAnswer, type CompanySubscription } from '../reach-renewal.ts';
import { reachWithdrawn, withMoneyBack } from '../reach-withdrawn.ts';
import { requireSecret } from '../require-secret.ts';
import { textOf } from '../wire-value.ts';
import { paddleClient, type PaddleClient, type PaddleClientOptions, type PaddleRequest } from './paddle-client.ts';
import { readNotice } from './read-notice.ts';
import { readPages } from './read-pages.ts';
import { askFor } from './paddle-subscription.ts';
import { readOrders } from './read-orders.ts';
import { translatePaddleSubscription } from './translate.ts';
import { chargeOf, withdrawable } from './withdraw.ts';

/** How to reach Paddle Billing, and what its notices are signed with. */
export interface PaddleProviderOptions extends PaddleClientOptions {
  /** The secret key of the notification destination; environment variable `PADDLE_WEBHOOK_SECRET`. */
  readonly webhookSecret: string;
}

/**
 * Billing by Paddle Billing, version 1 of its API. A membership's `providerReference` is the subscription's identifier,
 * `sub_…`. Renewal ends with the billing period; a paused subscription, which has none, ends at once. How a member
 * pays stays as the host declared it. Withdrawing asks Paddle to give the newest transaction back, most often after a
 * person there has looked at it, and ends at once. `read` says of what is over whether its money goes back; `list`,
 * which would have to ask for each, does not. Throws at once when a secret is missing.
 */
export function paddleProvider({ webhookSecret, ...options }: PaddleProviderOptions): Required<BillingProvider> {
  const client = paddleClient(options);
  const secret = requireSecret(webhookSecret, 'PADDLE_WEBHOOK_SECRET');
  return {
    name: 'paddle',
    current: ({ facts }) => facts,
    read: (subject) => readFacts(client, subject),
    cancelRenewal: async (subject) =>
      reachOff(
        changing(client, subject, { method: 'POST', path: '/cancel', body: { effective_from: 'next_billing_period' } }),
      ),
    // The one change that can be made to a scheduled change is to take it away.
    resumeRenewal: async (subject) =>
      reachOn(changing(client, subject, { method: 'PATCH', path: '', body: { scheduled_change: null } })),
    withdraw: async (subject) => reachWithdrawn(withdrawable(client, subject)),
    orders: (subject) => readOrders(client, subject),
    list: (customer) => listSubscriptions(client, customer),
    notice: (body, headers, now) => readNotice(body, headers, secret, now),
  };
}

function changing(
  client: PaddleClient,
  subject: BillingSubject,
  change: PaddleRequest,
): CompanySubscription<CompanyAnswer> {
  return {
    read: () => askFor(client, subject, { method: 'GET', path: '' }),
    write: () => askFor(client, subject, change),
  };
}

/** A subscription does not say that its money went back; of one that is over, its newest transaction is looked at. */
async function readFacts(client: PaddleClient, subject: BillingSubject): Promise<BillingSubject['facts']> {
  const { facts } = await askFor(client, subject, { method: 'GET', path: '' });
  return facts.endedAt === null ? facts : withMoneyBack(facts, await chargeOf(client, subject));
}

async function listSubscriptions(client: PaddleClient, customer: string): Promise<readonly BillingSubscription[]> {
  const path = `/subscriptions?customer_id=${encodeURIComponent(customer)}&per_page=200`;
  const subscriptions = await readPages(client, path);
  return subscriptions.map((subscription) => ({
    facts: translatePaddleSubscription(subscription),
    reference: textOf(subscription['id']) ?? '',
  }));
}
