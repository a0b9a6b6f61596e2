import { ServiceError } from '@leavewell/server';
import { readSubscription } from './read-subscription.ts';

/**
 * A subscription whose items end on different days has no one end: Stripe would either go on charging the shorter ones
 * until the longest ends or cut short what is paid for ("Mixed interval subscriptions"). Neither is what a member asks
 * for, so that it is refused before anything is sent.
 */
export function refuseMixedPeriods(subscription: unknown): void {
  const { items, current_period_end } = readSubscription(subscription);
  const ends = new Set(items.data.flatMap((item) => item.current_period_end ?? []));
  if (current_period_end !== null || ends.size < 2) return;
  throw new ServiceError('provider_refused', {
    detail: 'Items of this subscription are paid for until different days: cancel each of them in Stripe',
  });
}
