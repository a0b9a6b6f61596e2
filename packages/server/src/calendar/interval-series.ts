import type { Interval } from '@leavewell/contract';
import { addInterval, spanOf } from './add-interval.ts';
import { formatInstant } from './instant.ts';
import { wallTimeAt } from './wall-clock.ts';

const DAY = 86_400_000;

/** The moments that lie whole intervals after an origin, in epoch milliseconds; the origin is number 0. */
export interface IntervalSeries {
  at(index: number): number;
  /**
   * The number of the moment with the same month (for months and years) or day (for days and weeks) as `epochMs`, or
   * of the last one before that. It may lie later within that month or day.
   */
  indexNear(epochMs: number): number;
}

/** Counts every moment from the origin and none from another, so that nothing drifts. */
export function intervalSeries(origin: number, interval: Interval, timeZone: string): IntervalSeries {
  const from = formatInstant(new Date(origin));
  return {
    at: (index) => Date.parse(addInterval(from, interval, index, timeZone)),
    indexNear(epochMs) {
      const first = new Date(wallTimeAt(origin, timeZone));
      const last = new Date(wallTimeAt(epochMs, timeZone));
      const { months, days } = spanOf(interval);
      return Math.floor(days > 0 ? (dayNumber(last) - dayNumber(first)) / days : monthsFrom(first, last) / months);
    },
  };
}

function dayNumber(wall: Date): number {
  return Math.floor(wall.getTime() / DAY);
}

function monthsFrom(first: Date, last: Date): number {
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
}
