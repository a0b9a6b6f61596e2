import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';

/** Delaware, the state of the US: a reminder 30 to 60 days ahead for renewals of a year or more. */
export const delaware: Profile = {
  id: 'US-DE',
  buildsOn: unitedStates,
  askings: [
    {
      rules: ['DEL-remind'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 60, latestDays: 30, plannedDays: 35, minimumTermMonths: 12 }],
    },
  ],
};
