import { notASubscription } from './read-subscription.ts';
import type { StripeItem, StripeSubscription } from './subscription.ts';

/** The period that runs now, in seconds since 1970, and the items that are charged when it ends. */
export interface CurrentPeriod {
  readonly start: number;
  readonly end: number;
  readonly dueItems: readonly StripeItem[];
}

/**
 * Finds the period in either shape. Where items have periods of their own and these differ (mixed intervals), the one
 * that ends first counts: the next charge is then, and it is also when `cancel_at_period_end` ends everything
 * (Stripe changelog 2025-07-30.basil, "Adds helpers to cancel subscriptions for billing periods with mixed intervals").
 */
export function currentPeriod(subscription: StripeSubscription): CurrentPeriod {
  const { current_period_end, items } = subscription;
  const itemEnds = items.data.flatMap((item) => item.current_period_end ?? []);
  const end = current_period_end ?? earliest(itemEnds) ?? endWithoutPeriod(subscription);
  const dueItems = items.data.filter((item) => item.current_period_end === null || item.current_period_end === end);
  const start =
    subscription.current_period_start ??
    dueItems.find((item) => item.current_period_start !== null)?.current_period_start ??
    startOf(subscription, end);
  return { start, end, dueItems };
}

/** When the whole subscription began, which may be before it was created; `otherwise` when Stripe does not say. */
export function startOf({ start_date, created }: StripeSubscription, otherwise: number): number {
  return start_date ?? created ?? otherwise;
}

function earliest(moments: readonly number[]): number | null {
  return moments.length === 0 ? null : Math.min(...moments);
}

function endWithoutPeriod({ trial_end, cancel_at, ended_at }: StripeSubscription): number {
  const end = ended_at ?? cancel_at ?? trial_end;
  if (end === null) throw notASubscription('items.data[].current_period_end', 'a moment in seconds');
  return end;
}
