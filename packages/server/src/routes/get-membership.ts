import { entityTagOf, operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';

/** One membership, with its dates and what may be done now; its entity tag goes with a command. */
export const getMembership = memberRoute(operations.getMembership, async (call) => {
  const record = await call.service.store.read((rows) => findMembership(rows, call.viewer, call.id));
  const membership = presentMembership(call, record);
  return { body: membership, headers: { etag: entityTagOf(membership) } };
});
