import type { BillingSubject } from '@leavewell/server';
import type { StripeStatus, StripeSubscription } from './subscription.ts';

type Facts = BillingSubject['facts'];

/** What a status says in our words, before the dates and switches of the subscription are looked at. */
export interface StatusMeaning {
  readonly payment: Facts['payment'];
  /** What renewal is as long as nobody canceled or paused; `off` also says that it is over. */
  readonly renewal: 'on' | 'paused' | 'off';
}

/** From Stripe's "How subscriptions work", section on statuses. */
const meanings: Record<StripeStatus, StatusMeaning> = {
  trialing: { payment: 'trial', renewal: 'on' },
  active: { payment: 'ok', renewal: 'on' },
  /** Stripe tries again on a schedule that is a setting of the account and not told here. */
  past_due: { payment: 'past_due', renewal: 'on' },
  /** Stripe has stopped trying, and goes on making invoices. */
  unpaid: { payment: 'unpaid', renewal: 'on' },
  /** No invoices and no access: a trial ended without a payment method, or the subscription was put on pause. */
  paused: { payment: 'unpaid', renewal: 'paused' },
  /** The first payment is awaited, for at most 23 hours. */
  incomplete: { payment: 'unpaid', renewal: 'on' },
  incomplete_expired: { payment: 'unpaid', renewal: 'off' },
  canceled: { payment: 'ok', renewal: 'off' },
};

/** How the money of a canceled subscription stands ("The Subscription object", `cancellation_details.reason`). */
const paymentByReason: ReadonlyMap<string | null, Facts['payment']> = new Map([
  ['payment_failed', 'unpaid'],
  ['payment_disputed', 'disputed'],
]);

/**
 * A status that is not known here means `active`, or `canceled` once Stripe gives an end: neither takes access away
 * from somebody who paid, nor hides a charge that may come.
 */
export function translateStatus(subscription: StripeSubscription): StatusMeaning {
  const status = knownStatus(subscription);
  if (status !== 'canceled') return meanings[status];
  const { reason } = subscription.cancellation_details;
  return { ...meanings.canceled, payment: paymentByReason.get(reason) ?? meanings.canceled.payment };
}

function knownStatus({ status, ended_at }: StripeSubscription): StripeStatus {
  if (isKnown(status)) return status;
  return ended_at === null ? 'active' : 'canceled';
}

function isKnown(status: string): status is StripeStatus {
  return Object.hasOwn(meanings, status);
}
