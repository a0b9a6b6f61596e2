import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { passVerification } from '../verification/pass-verification.ts';

/** Exchanges the answer for a proof that works once. */
export const finishVerification = memberRoute(operations.finishVerification, async (call, answer) => ({
  body: await passVerification(call, answer),
}));
