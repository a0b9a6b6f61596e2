import type { BillingOrder, BillingProvider, BillingSubject, BillingSubscription } from '@leavewell/server';
import { reachOff, reachOn, type CompanyAnswer, type CompanySubscription } from '../reach-renewal.ts';
import { requireReference } from '../require-reference.ts';
import { requireSecret } from '../require-secret.ts';
import { textOf } from '../wire-value.ts';
import { paddleClient, type PaddleClient, type PaddleClientOptions, type PaddleRequest } from './paddle-client.ts';
import { readNotice } from './read-notice.ts';
import { readPages } from './read-pages.ts';
import { translateOrder } from './translate-order.ts';
import { translatePaddleSubscription } from './translate.ts';

/** How to reach Paddle Billing, and what its notices are signed with. */
export interface PaddleProviderOptions extends PaddleClientOptions {
  /** The secret key of the notification destination; environment variable `PADDLE_WEBHOOK_SECRET`. */
  readonly webhookSecret: string;
}

/**
 * Billing by Paddle Billing, version 1 of its API. A membership's `providerReference` is the subscription's identifier,
 * `sub_…`. Renewal ends with the billing period; a paused subscription, which has none, ends at once. How a member
 * pays stays as the host declared it. Throws at once when a secret is missing.
 */
export function paddleProvider({ webhookSecret, ...options }: PaddleProviderOptions): Required<BillingProvider> {
  const client = paddleClient(options);
  const secret = requireSecret(webhookSecret, 'PADDLE_WEBHOOK_SECRET');
  return {
    name: 'paddle',
    current: ({ facts }) => facts,
    read: async (subject) => (await askFor(client, subject, { method: 'GET', path: '' })).facts,
    cancelRenewal: async (subject) =>
      reachOff(
        changing(client, subject, { method: 'POST', path: '/cancel', body: { effective_from: 'next_billing_period' } }),
      ),
    // The one change that can be made to a scheduled change is to take it away.
    resumeRenewal: async (subject) =>
      reachOn(changing(client, subject, { method: 'PATCH', path: '', body: { scheduled_change: null } })),
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

async function askFor(client: PaddleClient, subject: BillingSubject, request: PaddleRequest): Promise<CompanyAnswer> {
  const path = `/subscriptions/${requireReference(subject)}${request.path}`;
  const { data, requestId } = await client({ ...request, path });
  const facts = { ...translatePaddleSubscription(data), paymentMethod: subject.facts.paymentMethod };
  return { facts, requestId };
}

async function readOrders(client: PaddleClient, subject: BillingSubject): Promise<readonly BillingOrder[]> {
  const reference = requireReference(subject);
  const path = `/transactions?subscription_id=${reference}&include=adjustments&order_by=id[DESC]&per_page=30`;
  const transactions = await readPages(client, path);
  const orders = transactions.flatMap((transaction) => translateOrder(transaction) ?? []);
  return orders.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

async function listSubscriptions(client: PaddleClient, customer: string): Promise<readonly BillingSubscription[]> {
  const path = `/subscriptions?customer_id=${encodeURIComponent(customer)}&per_page=200`;
  const subscriptions = await readPages(client, path);
  return subscriptions.map((subscription) => ({
    facts: translatePaddleSubscription(subscription),
    reference: textOf(subscription['id']) ?? '',
  }));
}
