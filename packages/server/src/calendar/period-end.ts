import type { BillingFacts, Interval } from '@leavewell/contract';
import { roundToEndOfDay } from './end-of-day.ts';
import { formatInstant } from './instant.ts';
import { intervalSeries, type IntervalSeries } from './interval-series.ts';

/** What of the facts places the periods in time. */
export type PeriodFacts = Pick<BillingFacts, 'startsAt' | 'periodStartsAt' | 'periodEndsAt' | 'price'>;

/** The ends of the periods of one membership: `endOf(0)` is the current one's, `endOf(1)` the next one's. */
export interface PeriodEnds {
  endOf(index: number): string;
  /** How many periods ended at or before a moment, counted from the current one. */
  endedBy(now: Date): number;
}

/**
 * The ends of the current and later periods, or null where facts name no end or no interval. They are counted from the
 * earliest moment that explains the current period (the start of the membership, else of the period, else its end),
 * never from one another, so that a membership of the 31st comes back to the 31st after every shorter month.
 */
export function periodEnds(facts: PeriodFacts, timeZone: string): PeriodEnds | null {
  const { periodEndsAt } = facts;
  const interval = facts.price?.interval ?? null;
  if (periodEndsAt === null || interval === null) return null;
  const end = roundToEndOfDay(Date.parse(periodEndsAt), timeZone);
  const slack = end - Date.parse(periodEndsAt);
  const series = explainingSeries(facts, end, interval, timeZone);
  const current = series.indexNear(end);
  const endAt = (index: number): number => series.at(current + index) - slack;
  return {
    endOf: (index) => formatInstant(new Date(endAt(index))),
    endedBy(now) {
      // The count is short by one or two, never over: the last month or day may have begun and not be done.
      const atLeast = Math.max(0, series.indexNear(now.getTime()) - current - 1);
      const missing = [0, 1, 2].findIndex((more) => endAt(atLeast + more) > now.getTime());
      return atLeast + Math.max(0, missing);
    },
  };
}

/** The series from the first origin in which the current period begins and ends. */
function explainingSeries(facts: PeriodFacts, end: number, interval: Interval, timeZone: string): IntervalSeries {
  const begin = roundToEndOfDay(Date.parse(facts.periodStartsAt), timeZone);
  for (const candidate of [facts.startsAt, facts.periodStartsAt]) {
    const series = intervalSeries(roundToEndOfDay(Date.parse(candidate), timeZone), interval, timeZone);
    const index = series.indexNear(end);
    if (index > 0 && series.at(index) === end && series.at(index - 1) === begin) return series;
  }
  return intervalSeries(end, interval, timeZone);
}
