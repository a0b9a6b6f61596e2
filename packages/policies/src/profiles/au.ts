import type { Profile } from '../profile.ts';
import { base } from './base.ts';

/** Australia: two rules that wait for their day or for the operator, and ask what our own default does already. */
export const australia: Profile = {
  id: 'AU',
  buildsOn: base,
  askings: [
    {
      rules: ['AU-UTP-subs'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 2, screensBetween: 0 }, verification: [] },
    },
    { rules: ['AU-UTP-manip'], act: 'cancelRenewal', asks: { offer: ['never', 'after'] } },
  ],
};
