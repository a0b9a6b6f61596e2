import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';

/** New York. The days of its reminder are unverified, so they ask nothing; our own notice 30 days ahead goes out. */
export const newYork: Profile = {
  id: 'NY',
  buildsOn: unitedStates,
  askings: [
    { rules: ['NY-527a-online'], act: 'cancelRenewal', asks: { budget: { activations: 2, screensBetween: 0 } } },
  ],
};
