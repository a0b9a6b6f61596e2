import { dayIn, formatDay, formatDayEnd, formatMoment, formatTime, isDayEnd, zoneName } from './dates.ts';
import type { EndFacts } from './membership-facts.ts';
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

/** A calendar day as part of a sentence. */
export function dayPart(tag: string, day: string): DatePart {
  return { date: formatDay(tag, day), iso: day };
}

/** The day of a moment as part of a sentence. */
export function dayPartIn(tag: string, instant: string, zone: string): DatePart {
  return dayPart(tag, dayIn(instant, zone));
}

/** A moment of a membership; only one that ends something can close the last day. */
export function viewMoment(tag: string, instant: string, { timeZone }: EndFacts, closes: string | null = null): Moment {
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

/** A moment that may close the last day. */
export function viewClosing(tag: string, instant: string | null, facts: EndFacts): Moment | null {
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
