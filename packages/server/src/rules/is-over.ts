import type { BillingFacts, Payment } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';

/** Whether a renewal that is on leads to another period. Money that went back is not asked for again. */
const leadsOn: Record<Payment, boolean> = {
  ok: true,
  trial: true,
  past_due: true,
  unpaid: true,
  refunded: false,
  disputed: false,
};

/** Whether another period follows by itself, now or once a payment succeeds. */
export function continues(facts: BillingFacts): boolean {
  return facts.renewal === 'on' && facts.endedAt === null && leadsOn[facts.payment];
}

/**
 * Whether the membership is over for good: ended before its time, or run out with nothing to follow. One that renews
 * and whose period end has passed without news is not over: the company is late, not the member.
 */
export function isOver(facts: BillingFacts, now: Date): boolean {
  if (facts.endedAt !== null && hasPassed(facts.endedAt, now)) return true;
  if (continues(facts) || (facts.renewal === 'paused' && facts.endedAt === null)) return false;
  const inGrace = facts.graceEndsAt !== null && !hasPassed(facts.graceEndsAt, now);
  return hasPassed(facts.periodEndsAt, now) && !inGrace;
}
