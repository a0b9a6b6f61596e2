import { ServiceError, type BillingSubject } from '@leavewell/server';
import type { CompanyAnswer } from '../reach-renewal.ts';
import type { PaidCharge, WithdrawableSubscription } from '../reach-withdrawn.ts';
import { objectOf, textOf } from '../wire-value.ts';
import type { PaddleClient } from './paddle-client.ts';
import { askFor } from './paddle-subscription.ts';
import { readOrders } from './read-orders.ts';
import { unclear } from './translate-error.ts';

/** The newest transaction that was paid. */
export interface PaddleCharge extends PaidCharge {
  /** Empty when nothing was ever paid. */
  readonly transaction: string;
}

/** A subscription of Paddle that can be ended at once with its newest transaction given back. */
export function withdrawable(
  client: PaddleClient,
  subject: BillingSubject,
): WithdrawableSubscription<CompanyAnswer, PaddleCharge> {
  return {
    read: () => askFor(client, subject, { method: 'GET', path: '' }),
    readCharge: () => chargeOf(client, subject),
    giveBack: (charge) => giveBack(client, charge),
    end: () => endNow(client, subject),
  };
}

/** The newest transaction of a subscription that was paid with money, and what goes back of it. */
export async function chargeOf(client: PaddleClient, subject: BillingSubject): Promise<PaddleCharge> {
  const orders = await readOrders(client, subject);
  const newest = orders.find(({ status, amount }) => wasPaid.has(status) && amount > 0);
  if (newest === undefined) return { paid: 0, owed: 0, refund: null, transaction: '' };
  const refunds = newest.refunds.filter(({ status }) => status !== 'failed');
  const back = refunds.reduce((sum, { amount }) => sum + amount, 0);
  const { amount: paid, reference: transaction } = newest;
  return { paid, owed: Math.max(0, paid - back), refund: refunds.at(-1)?.reference ?? null, transaction };
}

const wasPaid: ReadonlySet<string> = new Set(['paid', 'refunded', 'partially_refunded']);

/** A full refund is of whatever is left of the transaction ("Refund or credit a transaction"). */
async function giveBack(client: PaddleClient, { transaction }: PaddleCharge): Promise<string> {
  const { data } = await client({
    method: 'POST',
    path: '/adjustments',
    body: { action: 'refund', type: 'full', transaction_id: transaction, reason: 'withdrawal' },
  });
  const { id, status } = objectOf(data);
  const reference = textOf(id);
  if (reference?.startsWith('adj_') !== true) throw unclear("Paddle's answer is not an adjustment");
  if (textOf(status) !== 'rejected') return reference;
  throw new ServiceError('provider_refused', { detail: `Paddle rejected the refund ${reference}` });
}

/**
 * While an end is scheduled Paddle takes no other ("subscription_locked_pending_changes"): what was scheduled is then
 * taken away first. Whoever is lost in between is told again, and ends what renews for that moment.
 */
async function endNow(client: PaddleClient, subject: BillingSubject): Promise<CompanyAnswer> {
  const body = { effective_from: 'immediately' };
  const end = () => askFor(client, subject, { method: 'POST', path: '/cancel', body });
  try {
    return await end();
  } catch (error) {
    if (!isLocked(error)) throw error;
    await askFor(client, subject, { method: 'PATCH', path: '', body: { scheduled_change: null } });
    return end();
  }
}

function isLocked(error: unknown): boolean {
  const refusal = error instanceof ServiceError && error.code === 'provider_refused' ? error.cause : null;
  return textOf(objectOf(refusal)['code']) === 'subscription_locked_pending_changes';
}
