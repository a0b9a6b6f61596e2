import { operations } from '@leavewell/contract';
import { dayAfter } from '../calendar/day-after.ts';
import { memberRoute } from '../http/route.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';

/** What cancelling would do, before anything is decided. */
export const previewCancelRenewal = memberRoute(operations.previewCancelRenewal, async (call) => {
  const record = await call.service.store.read((rows) => findMembership(rows, call.viewer, call.id));
  const membership = presentMembership(call, record);
  return {
    body: {
      membership,
      firstDayWithout: membership.lastDay === null ? null : dayAfter(membership.lastDay),
      chargeStopped: membership.nextChargeAt === null ? null : membership.price,
      verification: [...call.service.requiredProof.cancelRenewal],
    },
  };
});
