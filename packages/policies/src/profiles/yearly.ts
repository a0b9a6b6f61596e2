import type { AskedReminder } from '../asking.ts';

/** One notice in each year, counted back from the day on which the contract began. */
export const yearly: AskedReminder = {
  kind: 'yearly',
  earliestDays: 60,
  latestDays: 1,
  plannedDays: 30,
  minimumTermMonths: null,
};
