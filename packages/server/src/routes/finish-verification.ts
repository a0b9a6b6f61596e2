import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { passVerification } from '../verification/pass-verification.ts';

/** Exchanges the code for a proof that works once. */
export const finishVerification = memberRoute(operations.finishVerification, async (call, { code }) => ({
  body: await passVerification(call, code),
}));
