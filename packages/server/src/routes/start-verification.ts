import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { beginVerification } from '../verification/begin-verification.ts';

/** Sends a code for one command on one membership, to a destination the caller cannot choose. */
export const startVerification = memberRoute(operations.startVerification, async (call, wanted) => ({
  body: await beginVerification(call, wanted),
}));
