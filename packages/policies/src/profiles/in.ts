import type { Profile } from '../profile.ts';
import { base } from './base.ts';

/** India: the additional factor is the issuer's for the mandate; the merchant asks for none. */
export const india: Profile = {
  id: 'IN',
  buildsOn: base,
  askings: [
    {
      rules: ['IN-DP-trap'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 2, screensBetween: 0 }, verification: [] },
    },
    {
      rules: ['IN-RBI-pre24'],
      asks: {},
      reminders: [{ kind: 'each_charge', earliestDays: 5, latestDays: 1, plannedDays: 2, minimumTermMonths: null }],
    },
  ],
};
