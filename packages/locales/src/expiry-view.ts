import { dayIn, daysBetween } from './dates.ts';
import { dayPartIn, viewClosing, viewEnd, viewMoment, type EndView, type Moment } from './end-view.ts';
import type { ExpiryFacts } from './membership-facts.ts';
import { formatMoney } from './money.ts';
import type { DatePart } from './phrase.ts';

/** How the next charge stands. */
export interface ChargeView extends Moment {
  /** Calendar days from `asOf`. */
  readonly days: number;
  /** Whether its time has come and nothing was heard of it; whether it can still be stopped is not known then. */
  readonly isDue: boolean;
  /** Until when canceling prevents it: any time before, a moment, or no longer. */
  readonly cancel: 'any_time' | 'too_late' | DatePart;
}

/** A membership, ready to be put into sentences. The days are the server's; nothing is decided here. */
export interface ExpiryView extends EndView {
  readonly facts: ExpiryFacts;
  readonly start: Moment;
  /** The day on which the period that is paid for began. */
  readonly periodStart: DatePart;
  /** Calendar days from `asOf` to `lastDay`: 0 on the last day. */
  readonly daysLeft: number | null;
  readonly isUpcoming: boolean;
  readonly isOver: boolean;
  readonly charge: ChargeView | null;
  readonly price: string | null;
  readonly resumes: Moment | null;
}

function viewCharge(tag: string, facts: ExpiryFacts): ChargeView | null {
  const { asOf, nextChargeAt, cancelBy, timeZone } = facts;
  const moment = viewClosing(tag, nextChargeAt, facts);
  if (!moment || nextChargeAt === null) return null;
  const by = viewClosing(tag, cancelBy, facts);
  const time = Date.parse(cancelBy ?? nextChargeAt);
  const beforeCharge = by && time < Date.parse(nextChargeAt) ? by.full : 'any_time';
  return {
    ...moment,
    days: daysBetween(dayIn(asOf, timeZone), moment.day.iso),
    isDue: Date.parse(nextChargeAt) <= Date.parse(asOf),
    cancel: time <= Date.parse(asOf) ? 'too_late' : beforeCharge,
  };
}

/** A membership in words of the language and date order of `tag`. */
export function viewExpiry(tag: string, facts: ExpiryFacts): ExpiryView {
  const { asOf, timeZone, accessEndsAt, startsAt, periodStartsAt, resumesAt, price } = facts;
  const start = viewMoment(tag, startsAt, facts);
  const ending = viewEnd(tag, facts);
  const { end, lastDay } = ending;
  // A pass of some hours has no full day; the moment of its end stands in place of the last day.
  const hasNoFullDay = end && lastDay && lastDay.iso < start.day.iso;
  const last = hasNoFullDay ? end.day : lastDay;
  return {
    ...ending,
    ...(hasNoFullDay && { lastDay: end.full, wholeDay: true }),
    facts,
    start,
    periodStart: dayPartIn(tag, periodStartsAt, timeZone),
    daysLeft: last && daysBetween(dayIn(asOf, timeZone), last.iso),
    isUpcoming: Date.parse(asOf) < Date.parse(startsAt),
    isOver: accessEndsAt !== null && Date.parse(accessEndsAt) <= Date.parse(asOf),
    charge: viewCharge(tag, facts),
    price: price && formatMoney(tag, price),
    resumes: resumesAt === null ? null : viewMoment(tag, resumesAt, facts),
  };
}
