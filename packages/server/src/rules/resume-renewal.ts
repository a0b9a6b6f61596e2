import type { Action, Payment } from '@leavewell/contract';
import type { RenewalQuestion } from './cancel-renewal.ts';
import { consistentFacts } from './consistent-facts.ts';
import { isOver } from './is-over.ts';
import { mayManageRenewal } from './may-manage-renewal.ts';
import { allowed, refuse, refusePermission, refuseToSupport } from './refuse.ts';

/** Whether money went back: such a membership runs out, and a new one is bought instead of this one resumed. */
const moneyWentBack: Record<Payment, boolean> = {
  ok: false,
  trial: false,
  past_due: false,
  unpaid: false,
  refunded: true,
  disputed: true,
};

/** Whether the viewer may switch renewal back on now. A pause is not a renewal switched off: support ends it. */
export function decideResumeRenewal({ record, facts: said, viewer, now }: RenewalQuestion): Action {
  const facts = consistentFacts(said);
  if (facts.kind !== 'recurring') return refuse('nothing_to_resume');
  if (isOver(facts, now)) return refuse('membership_ended');
  if (facts.renewal === 'on') return refuse('renewal_already_on');
  if (facts.renewal === 'paused' || facts.endedAt !== null || moneyWentBack[facts.payment]) {
    return refuseToSupport('nothing_to_resume');
  }
  return mayManageRenewal(viewer, record) ? allowed : refusePermission(viewer, record);
}
