import type { CalendarDate } from '@leavewell/contract';
import { dateOf, midnightOf } from './calendar-day.ts';

const DAY = 86_400_000;

/** The next day of the calendar. */
export function dayAfter(date: CalendarDate): CalendarDate {
  return dateOf(midnightOf(date) + DAY);
}

/** The day `count` days later. */
export function daysAfter(date: CalendarDate, count: number): CalendarDate {
  return dateOf(midnightOf(date) + count * DAY);
}

/** The previous day of the calendar. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return dateOf(midnightOf(date) - DAY);
}
