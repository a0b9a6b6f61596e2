import type { BillingFacts, Membership, Payment } from '@leavewell/contract';
import { lastDayOf } from '../calendar/last-day.ts';
import { periodEnds } from '../calendar/period-end.ts';
import { continues } from './is-over.ts';

/** Whether a next charge can be named. After a failed payment nobody knows when the company tries again. */
const chargeIsKnown: Record<Payment, boolean> = {
  ok: true,
  trial: true,
  past_due: false,
  unpaid: false,
  refunded: false,
  disputed: false,
};

/** When access ends if it does not renew; null for a lifetime that has not ended. */
export function accessEndOf(facts: BillingFacts): string | null {
  return facts.endedAt ?? facts.graceEndsAt ?? facts.periodEndsAt;
}

/** When the next charge is taken; null when none will be, or none can be named. */
export function nextChargeOf(facts: BillingFacts): string | null {
  return continues(facts) && chargeIsKnown[facts.payment] ? facts.periodEndsAt : null;
}

/** The last moment at which cancelling prevents the next charge; null when there is none. */
export function cancelByOf(facts: BillingFacts): string | null {
  const nextChargeAt = nextChargeOf(facts);
  return nextChargeAt === null ? null : (facts.cancelBy ?? nextChargeAt);
}

/** Every date that a page shows; each day is a day in the membership's zone. */
export function deriveDates(
  facts: BillingFacts,
  timeZone: string,
): Pick<Membership, 'accessEndsAt' | 'lastDay' | 'nextChargeAt' | 'cancelBy' | 'nextLastDay'> {
  const accessEndsAt = accessEndOf(facts);
  const nextChargeAt = nextChargeOf(facts);
  const ends = nextChargeAt === null ? null : periodEnds(facts, timeZone);
  return {
    accessEndsAt,
    lastDay: accessEndsAt === null ? null : lastDayOf(accessEndsAt, timeZone),
    nextChargeAt,
    cancelBy: cancelByOf(facts),
    nextLastDay: ends === null ? null : lastDayOf(ends.endOf(1), timeZone),
  };
}
