import type { CalendarDate } from '@leavewell/contract';
import { midnightOf } from './calendar-day.ts';
import { firstMomentFrom } from './wall-clock.ts';

/**
 * The first moment of a day in the zone: midnight, or later where DST begins at midnight. A day that the zone skipped,
 * such as 30 December 2011 in Apia, starts and ends when the next one starts.
 */
export function startOfDay(date: CalendarDate, timeZone: string): Date {
  return new Date(firstMomentFrom(midnightOf(date), timeZone));
}
