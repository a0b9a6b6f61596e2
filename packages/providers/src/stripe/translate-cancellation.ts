import type { BillingSubject } from '@leavewell/server';
import type { StripeSubscription } from './subscription.ts';

type RenewalOff = NonNullable<BillingSubject['facts']['renewalOff']>;

/**
 * When a cancellation that is scheduled takes effect, if it does so before the next charge; null when renewal is on.
 * Either switch may stand alone: newer API versions and the customer portal set only `cancel_at` ("Cancel
 * subscriptions"). A `cancel_at` after the period's end leaves at least one more charge, so that renewal is still on.
 */
export function scheduledEndOf(subscription: StripeSubscription, periodEnd: number): number | null {
  const { cancel_at, cancel_at_period_end } = subscription;
  if (cancel_at !== null && cancel_at <= periodEnd) return cancel_at;
  return cancel_at_period_end ? periodEnd : null;
}

/**
 * Who switched it off. Stripe says `cancellation_requested` for the customer, the dashboard and the API alike; only an
 * answer to its question why shows that it was the customer.
 */
export function offBy({ status, cancellation_details }: StripeSubscription): RenewalOff['by'] {
  const { reason, feedback, comment } = cancellation_details;
  if (reason === 'payment_failed' || status === 'incomplete_expired') return 'payment_failure';
  return feedback !== null || comment !== null ? 'member' : 'provider';
}
