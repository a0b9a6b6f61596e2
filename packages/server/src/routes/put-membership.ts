import { operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { checkDeclaration } from '../membership/check-declaration.ts';
import { checkHostId } from '../membership/check-host-id.ts';
import { declareMembership } from '../membership/declare-membership.ts';

/**
 * Declares a membership or replaces what the host knows of it. Saying the same again leaves the version as it is, and
 * a member's own cancellation stays. Without facts the billing company is asked for them, and from then on again and
 * again.
 */
export const putMembership = hostRoute(operations.putMembership, async (call, said) => {
  checkHostId(call.id);
  checkDeclaration(said, [...call.service.providers.keys()]);
  return { body: { id: call.id, version: await declareMembership(call, said) } };
});
