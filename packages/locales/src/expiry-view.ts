import { dayIn, daysBetween, formatDay, formatDayEnd, formatMoment, formatTime, isDayEnd, zoneName } from './dates.ts';
import type { EndFacts, ExpiryFacts } from './membership-facts.ts';
import { formatMoney } from './money.ts';
import { phrase, type DatePart, type Phrase } from './phrase.ts';

/** A moment in words. The end of the last day is said as 24:00 of that day. */
export interface Moment {
  readonly day: DatePart;
  readonly time: string;
  /** Day and time. */
  readonly full: DatePart;
  /** As the zone is called then: `Berlin time (UTC+1)`; its offset changes with the season. */
  readonly zone: string;
  /** Day, time and zone. */
  readonly at: Phrase;
  /** Whether it is the end of the last day. */
  readonly closesLastDay: boolean;
}

/** When access ends, ready to be put into a sentence. */
export interface EndView {
  readonly lastDay: DatePart | null;
  /** Whether access lasts to 24:00 of `lastDay`; else it ends at some time after that day. */
  readonly wholeDay: boolean;
  /** Null when it never ends. */
  readonly end: Moment | null;
}

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

/** A calendar day as part of a sentence. */
export function dayPart(tag: string, day: string): DatePart {
  return { date: formatDay(tag, day), iso: day };
}

/** The day of a moment as part of a sentence. */
export function dayPartIn(tag: string, instant: string, zone: string): DatePart {
  return dayPart(tag, dayIn(instant, zone));
}

/** A moment of a membership; only one that ends something can close the last day. */
function viewMoment(tag: string, instant: string, { timeZone }: EndFacts, closes: string | null = null): Moment {
  const zone = zoneName(tag, timeZone, instant);
  const full = closes
    ? { date: formatDayEnd(tag, closes), iso: closes }
    : { date: formatMoment(tag, instant, timeZone, 'long'), iso: instant };
  return {
    day: closes ? dayPart(tag, closes) : dayPartIn(tag, instant, timeZone),
    time: closes ? '24:00' : formatTime(tag, instant, timeZone),
    full,
    zone,
    at: tag.startsWith('zh') ? phrase`${full}（${zone}）` : phrase`${full}, ${zone}`,
    closesLastDay: closes !== null,
  };
}

function viewClosing(tag: string, instant: string | null, facts: EndFacts): Moment | null {
  const { lastDay, timeZone } = facts;
  if (instant === null) return null;
  return viewMoment(tag, instant, facts, lastDay && isDayEnd(instant, lastDay, timeZone) ? lastDay : null);
}

/** When access ends, in words. */
export function viewEnd(tag: string, facts: EndFacts): EndView {
  const { accessEndsAt, lastDay } = facts;
  const end = viewClosing(tag, accessEndsAt, facts) ?? (lastDay ? viewMoment(tag, lastDay, facts, lastDay) : null);
  return { lastDay: lastDay === null ? null : dayPart(tag, lastDay), wholeDay: end?.closesLastDay ?? false, end };
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
