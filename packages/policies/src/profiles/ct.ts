import type { Profile } from '../profile.ts';
import { unitedStates } from './us.ts';
import { yearly } from './yearly.ts';

/** Connecticut: a notice in each year. */
export const connecticut: Profile = {
  id: 'CT',
  buildsOn: unitedStates,
  askings: [{ rules: ['CT-42-yearly'], asks: {}, reminders: [yearly] }],
};
