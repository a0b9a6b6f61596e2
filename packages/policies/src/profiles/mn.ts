import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';
import { yearly } from './yearly.ts';

/** Minnesota: no offer while somebody cancels, and a notice in each year. */
export const minnesota: Profile = {
  id: 'MN',
  buildsOn: unitedStates,
  askings: [
    { rules: ['MN-325G-nosave'], act: 'cancelRenewal', asks: { offer: ['never', 'after'] } },
    { rules: ['MN-325G-yearly'], asks: {}, reminders: [yearly] },
  ],
};
