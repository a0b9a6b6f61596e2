import type { Profile } from '../profile.ts';
import { base } from './base.ts';
import { operatorWays } from './operator-ways.ts';

/**
 * United States, federal law: an operator may ask for one verification, which has its place in the view of the
 * confirming button and adds no screen.
 */
export const unitedStates: Profile = {
  id: 'US',
  buildsOn: base,
  askings: [
    { rules: ['USF-ROSCA-3'], act: 'cancelRenewal', asks: { verification: operatorWays } },
    {
      rules: ['USF-AMZN-order', 'USF-ROSCA-3'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 2, screensBetween: 0 } },
    },
    { rules: ['USF-survey'], act: 'cancelRenewal', asks: { survey: ['never', 'after'] } },
  ],
};
