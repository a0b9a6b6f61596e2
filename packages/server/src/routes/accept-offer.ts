import { operations } from '@leavewell/contract';
import { decideOffer } from '../after-cancel/decide-offer.ts';
import { memberRoute } from '../http/route.ts';

/** Takes an offer that was made; the host grants it. */
export const acceptOffer = memberRoute(operations.acceptOffer, async (call) => ({
  body: await decideOffer(call, 'accepted'),
}));
