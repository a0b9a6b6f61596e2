import type { Action, BillingFacts } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import type { MemberRecord, MembershipRecord } from '../ports/store.ts';
import { consistentFacts } from './consistent-facts.ts';
import { nextChargeOf } from './derive-dates.ts';
import { isOver } from './is-over.ts';
import { mayManageRenewal } from './may-manage-renewal.ts';
import type { MembershipLaw } from './membership-law.ts';
import { allowed, refuse, refusePermission, refuseToSupport } from './refuse.ts';

/** Whose membership, in which state, who asks, when, and under which law. */
export interface RenewalQuestion {
  readonly record: MembershipRecord;
  readonly facts: BillingFacts;
  readonly viewer: MemberRecord;
  readonly now: Date;
  readonly law: Pick<MembershipLaw, 'offersFixedTermEntry' | 'right'>;
}

/**
 * Whether the viewer may switch renewal off now. What is true of the membership is said before what is true of the
 * viewer's rights, so that nobody asks an administrator for a right that would not help. Trials, paused memberships and
 * those with a failed payment can be canceled.
 */
export function decideCancelRenewal({ record, facts: said, viewer, now, law }: RenewalQuestion): Action {
  const facts = consistentFacts(said);
  if (!mayBeCanceled(facts, law)) return refuse('nothing_to_cancel');
  if (isOver(facts, now)) return refuse('membership_ended');
  if (facts.renewal === 'off' || isDeclared(record, facts)) return refuse('renewal_already_off');
  if (isTooLate(facts, now)) return refuseToSupport('too_late');
  return mayManageRenewal(viewer, record) ? allowed : refusePermission(viewer, record);
}

function mayBeCanceled({ kind }: BillingFacts, { offersFixedTermEntry }: RenewalQuestion['law']): boolean {
  return kind === 'recurring' || (kind === 'fixed_term' && offersFixedTermEntry);
}

/** What ends by itself looks the same before and after; that it was canceled is known by its receipt. */
function isDeclared({ receiptId }: MembershipRecord, { kind }: BillingFacts): boolean {
  return kind !== 'recurring' && receiptId !== null;
}

/**
 * Whether the next charge can no longer be stopped although it is still to come. Once the charge itself is due and
 * nothing was heard of it, the company decides: the deadline that is known belongs to the period before.
 */
function isTooLate(facts: BillingFacts, now: Date): boolean {
  const nextChargeAt = nextChargeOf(facts);
  return nextChargeAt !== null && hasPassed(facts.cancelBy, now) && !hasPassed(nextChargeAt, now);
}
