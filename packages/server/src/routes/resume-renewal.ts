import { operations } from '@leavewell/contract';
import { runRenewalCommand } from '../commands/run-renewal-command.ts';
import { memberRoute } from '../http/route.ts';

/** Turns automatic renewal back on. */
export const resumeRenewal = memberRoute(operations.resumeRenewal, (call) =>
  runRenewalCommand(call, {
    command: 'resumeRenewal',
    membershipId: call.id,
    proof: undefined,
    channel: 'session',
    declaration: null,
  }),
);
