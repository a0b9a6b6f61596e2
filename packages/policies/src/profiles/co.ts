import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';

/** Colorado: a reminder 25 to 40 days before a renewal by the year. */
export const colorado: Profile = {
  id: 'CO',
  buildsOn: unitedStates,
  askings: [
    {
      rules: ['CO-remind'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 40, latestDays: 25, plannedDays: 30, minimumTermMonths: 12 }],
    },
  ],
};
