import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';
import { yearly } from './yearly.ts';

/** California: an offer may stand beside the confirming button if a way straight out stands there too. */
export const california: Profile = {
  id: 'CA',
  buildsOn: unitedStates,
  askings: [
    { rules: ['CA-17602-online'], act: 'cancelRenewal', asks: { budget: { activations: 3, screensBetween: 1 } } },
    {
      rules: ['CA-17602-save'],
      act: 'cancelRenewal',
      asks: { offer: ['never', 'after', 'with_confirm'], cancelLabel: { text: 'click to cancel', language: 'en' } },
    },
    {
      rules: ['CA-17602-trial'],
      asks: {},
      reminders: [{ kind: 'trial_end', earliestDays: 21, latestDays: 3, plannedDays: 8, minimumTermMonths: null }],
    },
    {
      rules: ['CA-17602-annualterm'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 45, latestDays: 15, plannedDays: 30, minimumTermMonths: 12 }],
    },
    { rules: ['CA-17602-yearly'], asks: {}, reminders: [yearly] },
  ],
};
