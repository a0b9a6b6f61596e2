import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';

/** One membership, with its dates and what may be done now; its version is the entity tag. */
export const getMembership = memberRoute(operations.getMembership, async (call) => {
  const record = await call.service.store.transaction((rows) => findMembership(rows, call.viewer, call.id));
  return { body: presentMembership(call, record), headers: { etag: `"${record.version}"` } };
});
