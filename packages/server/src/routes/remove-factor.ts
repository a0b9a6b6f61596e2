import { operations } from '@leavewell/contract';
import { dropFactor } from '../factors/drop-factor.ts';
import { memberRoute } from '../http/route.ts';

/** Takes a way to verify away, by a proof of any that the member has. */
export const removeFactor = memberRoute(operations.removeFactor, async (call, wanted) => ({
  body: await dropFactor(call, wanted),
}));
