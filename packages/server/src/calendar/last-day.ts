import type { CalendarDate } from '@leavewell/contract';
import { dateOf, midnightBefore } from './calendar-day.ts';
import { END_OF_DAY_SLACK } from './end-of-day.ts';
import { firstMomentFrom, wallTimeAt } from './wall-clock.ts';

/**
 * The last full calendar day of access in the zone. Access until midnight or 23:59:59 counts the day that ends there;
 * access until 23:00 does not, because a person who reads "until the 31st" may count on the evening of the 31st.
 */
export function lastDayOf(accessEndsAt: string, timeZone: string): CalendarDate {
  const firstMissed = midnightBefore(wallTimeAt(Date.parse(accessEndsAt) + END_OF_DAY_SLACK, timeZone));
  // Asked of the zone and not of the calendar: the day before may be one that the zone skipped.
  return dateOf(wallTimeAt(firstMomentFrom(firstMissed, timeZone) - 1, timeZone));
}
