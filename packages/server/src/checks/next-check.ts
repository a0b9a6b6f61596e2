import type { BillingFacts } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A company needs a moment to charge after the period's end. */
const afterPeriodEndMs = minuteMs;

/**
 * When a subscription is looked at again by itself: in an hour, or a minute after the period's end when that is sooner;
 * in a day once it was ended, for nothing happens to it any more.
 */
export function nextCheckAt({ periodEndsAt, endedAt }: BillingFacts, now: Date): string {
  if (endedAt !== null && Date.parse(endedAt) <= now.getTime()) return after(dayMs, now);
  const regular = now.getTime() + hourMs;
  const afterCharge = periodEndsAt === null ? regular : Date.parse(periodEndsAt) + afterPeriodEndMs;
  const isAhead = afterCharge > now.getTime() && afterCharge < regular;
  return formatInstant(new Date(isAhead ? afterCharge : regular));
}

/** When the company is asked again that does not know the subscription: somebody may put that right. */
export function checkAfterMissing(now: Date): string {
  return after(dayMs, now);
}

/** When the company is asked again that could not be reached: each time twice as long, up to an hour. */
export function checkAfterOutage(attempts: number, now: Date): string {
  return after(Math.min(minuteMs * 2 ** Math.min(attempts, 10), hourMs), now);
}

/** When a membership is looked at again on which a command is being carried out, or which is written all the time. */
export function checkAfterOthers(now: Date): string {
  return after(minuteMs, now);
}

function after(ms: number, now: Date): string {
  return formatInstant(new Date(now.getTime() + ms));
}
