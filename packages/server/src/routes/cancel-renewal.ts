import { operations } from '@leavewell/contract';
import { runRenewalCommand } from '../commands/run-renewal-command.ts';
import { memberRoute } from '../http/route.ts';

/** Stops automatic renewal; access stays until the last day. */
export const cancelRenewal = memberRoute(operations.cancelRenewal, (call, { proof, declaration = null }) =>
  runRenewalCommand(call, { command: 'cancelRenewal', membershipId: call.id, proof, channel: 'session', declaration }),
);
