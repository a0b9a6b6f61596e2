import type { Interval } from '@leavewell/contract';
import { formatInstant } from './instant.ts';
import { momentOf, wallTimeAt, wallTimeOf, type WallTime } from './wall-clock.ts';

const DAY = 86_400_000;
/** The last moment that our instants can write. */
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** A span of calendar time: some units have a fixed number of days, the others of months. */
export interface CalendarSpan {
  readonly months: number;
  readonly days: number;
}

const spans: Record<Interval['unit'], CalendarSpan> = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  year: { months: 12, days: 0 },
};

/** An interval in months and days. */
export function spanOf({ unit, count }: Interval): CalendarSpan {
  return { months: spans[unit].months * count, days: spans[unit].days * count };
}

/**
 * The moment `times` intervals after `instant`, as the calendars and clocks of the zone count: the same time of day on
 * both sides of a DST change, moved forward where that night does not have it, the first of two where it has it twice.
 * Day of the month and time of day are those of `anchor` (`instant` when absent), held to the month's last day where
 * it is shorter: with the 31st of January as anchor, the 28th of February is followed by the 31st of March.
 * Nothing is later than the end of the year 9999. Throws RangeError for an unknown zone.
 */
export function addInterval(
  instant: string,
  interval: Interval,
  times: number,
  timeZone: string,
  anchor: string = instant,
): string {
  const from = new Date(wallTimeAt(Date.parse(instant), timeZone));
  const model = anchor === instant ? from.getTime() : wallTimeAt(Date.parse(anchor), timeZone);
  const timeOfDay = model - Math.floor(model / DAY) * DAY;
  const { months, days } = spanOf(interval);
  const midnight =
    months > 0
      ? inMonth(from.getUTCFullYear(), from.getUTCMonth() + months * times, new Date(model).getUTCDate())
      : wallTimeOf(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() + days * times);
  // Also true when the sum left what a Date can hold and is not a number.
  if (!(midnight + DAY < LATEST)) return formatInstant(new Date(LATEST));
  return formatInstant(new Date(momentOf(midnight + timeOfDay, timeZone)));
}

/** That day of a month, or the month's last where it is shorter. The month may lie outside the year. */
function inMonth(year: number, monthIndex: number, day: number): WallTime {
  const last = new Date(wallTimeOf(year, monthIndex + 1, 0)).getUTCDate();
  return wallTimeOf(year, monthIndex, Math.min(day, last));
}
