import { operations } from '@leavewell/contract';
import { dayAfter } from '../calendar/day-after.ts';
import { memberRoute } from '../http/route.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';
import { formOf } from '../policy/form-of.ts';
import { policyOf } from '../policy/policy-of.ts';
import { askedOf } from '../verification/asked-of.ts';

/** What cancelling would do, before anything is decided. */
export const previewCancelRenewal = memberRoute(operations.previewCancelRenewal, async (call) => {
  const { service, viewer, now } = call;
  return service.store.read(async (reads) => {
    const record = await findMembership(reads, viewer, call.id);
    const facts = currentFacts(service, record, now);
    const membership = presentMembership(call, record, facts);
    const policy = policyOf(call, record, facts, 'cancelRenewal');
    return {
      body: {
        membership,
        firstDayWithout: membership.lastDay === null ? null : dayAfter(membership.lastDay),
        chargeStopped: membership.nextChargeAt === null ? null : membership.price,
        verification: await askedOf(call, policy, reads),
        place: policy.profile,
        confirmLabel: policy.labels.confirm,
        form: formOf(policy.form, viewer, membership),
        isPure: policy.isPure,
      },
    };
  });
});
