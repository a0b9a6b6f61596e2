import type { CalendarDate } from '@leavewell/contract';
import { wallTimeOf, type WallTime } from './wall-clock.ts';

const DAY = 86_400_000;
const LAST = wallTimeOf(9999, 11, 31);
const FIRST = wallTimeOf(0, 0, 1);

/** Midnight at the start of the day, as a wall time. */
export function midnightOf(date: CalendarDate): WallTime {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The day that a wall time lies in. A date has four digits, so that days outside 0000 to 9999 are held at the edge. */
export function dateOf(wall: WallTime): CalendarDate {
  return new Date(Math.min(Math.max(wall, FIRST), LAST)).toISOString().slice(0, 10);
}

/** Midnight of the day that a wall time lies in. */
export function midnightBefore(wall: WallTime): WallTime {
  return Math.floor(wall / DAY) * DAY;
}
