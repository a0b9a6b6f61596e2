import { operations } from '@leavewell/contract';
import { finishFactor as endSetup } from '../factors/finish-factor.ts';
import { memberRoute } from '../http/route.ts';

/** Ends setting up a way to verify; from then on it counts. */
export const finishFactor = memberRoute(operations.finishFactor, async (call, answer) => ({
  body: await endSetup(call, answer),
}));
