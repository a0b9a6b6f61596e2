import type { BillingFacts, Membership, Payment } from '@leavewell/contract';
import { createBoundedMap } from '../bounded-map.ts';
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

/** Zones are slow to ask, and the dates of most memberships are read far more often than they change. */
const known = createBoundedMap<MembershipDates>(5000);

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

/** Every date that a page shows. */
export type MembershipDates = Pick<
  Membership,
  'accessEndsAt' | 'lastDay' | 'nextChargeAt' | 'cancelBy' | 'nextLastDay'
>;

/** Every date that a page shows; each day is a day in the membership's zone. */
export function deriveDates(facts: BillingFacts, timeZone: string): MembershipDates {
  const { startsAt, periodStartsAt, periodEndsAt, cancelBy, graceEndsAt, endedAt, kind, renewal, payment } = facts;
  const { unit, count } = facts.price?.interval ?? { unit: '', count: 0 };
  const moments = [startsAt, periodStartsAt, periodEndsAt, cancelBy, graceEndsAt, endedAt];
  const key = [timeZone, kind, renewal, payment, unit, count, ...moments].join(' ');
  const found = known.get(key);
  if (found) return found;
  const dates = computeDates(facts, timeZone);
  known.set(key, dates);
  return dates;
}

function computeDates(facts: BillingFacts, timeZone: string): MembershipDates {
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
