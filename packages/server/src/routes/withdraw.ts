import { operations } from '@leavewell/contract';
import { runRenewalCommand } from '../commands/run-renewal-command.ts';
import { memberRoute } from '../http/route.ts';

/** Undoes the purchase within the time that the law of the place gives; another act than cancelling. */
export const withdraw = memberRoute(operations.withdraw, (call, { proof }) =>
  runRenewalCommand(call, { command: 'withdraw', membershipId: call.id, proof, channel: 'session', declaration: null }),
);
