import { midnightBefore } from './calendar-day.ts';
import { firstMomentFrom, wallTimeAt } from './wall-clock.ts';

/** Ends this close before midnight are written by systems that mean "the whole day". In milliseconds. */
export const END_OF_DAY_SLACK = 60_000;

/** Moves an end such as 23:59:59 to the midnight that it means; leaves every other moment. In epoch milliseconds. */
export function roundToEndOfDay(epochMs: number, timeZone: string): number {
  const midnight = midnightBefore(wallTimeAt(epochMs + END_OF_DAY_SLACK, timeZone));
  if (wallTimeAt(epochMs, timeZone) >= midnight) return epochMs;
  return firstMomentFrom(midnight, timeZone);
}
