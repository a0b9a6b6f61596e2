import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';

/** Massachusetts: a notice 5 to 30 days ahead for terms of more than a month. */
export const massachusetts: Profile = {
  id: 'MA',
  buildsOn: unitedStates,
  askings: [
    { rules: ['MA-38-cancel'], act: 'cancelRenewal', asks: { budget: { activations: 2, screensBetween: 0 } } },
    {
      rules: ['MA-38-notice'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 30, latestDays: 5, plannedDays: 8, minimumTermMonths: 2 }],
    },
  ],
};
