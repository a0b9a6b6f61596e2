import { operations } from '@leavewell/contract';
import { decideOffer } from '../after-cancel/decide-offer.ts';
import { memberRoute } from '../http/route.ts';

/** Declines an offer that was made, for this period and for the quiet days of the place. */
export const declineOffer = memberRoute(operations.declineOffer, async (call) => ({
  body: await decideOffer(call, 'declined'),
}));
