import type { Membership } from '@leavewell/sdk';

/** How a state's dot looks. The words beside it say the same; no colour stands alone. */
export type Tone = 'good' | 'calm' | 'still';

/** The tone of each state. None of them alarms. */
export const toneOf: Readonly<Record<Membership['state'], Tone>> = {
  upcoming: 'still',
  trialing: 'good',
  renewing: 'good',
  ending: 'calm',
  fixed_term: 'still',
  lifetime: 'good',
  payment_problem: 'calm',
  on_hold: 'calm',
  paused: 'calm',
  expired: 'still',
  revoked: 'still',
};
