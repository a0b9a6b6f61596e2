import type { Profile } from '../profile.ts';
import { base } from './base.ts';

/** Japan: nothing but the default, and no right to withdraw other than what the shop promises. */
export const japan: Profile = {
  id: 'JP',
  buildsOn: base,
  askings: [{ rules: ['JP-nocool'], asks: { withdrawalDays: null } }],
};
