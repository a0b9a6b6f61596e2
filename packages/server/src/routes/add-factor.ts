import { operations } from '@leavewell/contract';
import { beginFactor } from '../factors/begin-factor.ts';
import { memberRoute } from '../http/route.ts';

/** Begins to set up a way to verify; whoever has one already shows it first. */
export const addFactor = memberRoute(operations.addFactor, async (call, wanted) => ({
  body: await beginFactor(call, wanted),
}));
