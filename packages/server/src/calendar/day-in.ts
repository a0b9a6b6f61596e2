import type { CalendarDate } from '@leavewell/contract';
import { dateOf } from './calendar-day.ts';
import { wallTimeAt } from './wall-clock.ts';

/** The calendar day it is in the zone at a moment. Throws RangeError for an unknown zone or what is no moment. */
export function dayIn(instant: string | Date, timeZone: string): CalendarDate {
  return dateOf(wallTimeAt(new Date(instant).getTime(), timeZone));
}
