import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';
import { policyOf } from '../policy/policy-of.ts';
import { askedOf } from '../verification/asked-of.ts';
import { moneyExpected } from '../withdraw/money-back.ts';

/** What undoing the purchase would do, before anything is decided. */
export const previewWithdraw = memberRoute(operations.previewWithdraw, async (call) => {
  const { service, viewer, now } = call;
  const { record, facts, policy, verification } = await service.store.read(async (reads) => {
    const record = await findMembership(reads, viewer, call.id);
    const facts = currentFacts(service, record, now);
    const policy = policyOf(call, record, facts, 'withdraw');
    return { record, facts, policy, verification: await askedOf(call, policy, reads) };
  });
  const membership = presentMembership(call, record, facts);
  const refund = membership.actions.withdraw.allowed ? await moneyExpected(call, record, facts) : null;
  const { profile: place, labels } = policy;
  return { body: { membership, refund, verification, place, confirmLabel: labels.confirm } };
});
