import type { Access, BillingFacts, Payment } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { isOver } from './is-over.ts';

type Rule = (facts: BillingFacts, now: Date) => Access;

const paid: Rule = (facts, now) =>
  // Over was asked before, so that a paused one is left: its paid time is used up until it resumes.
  facts.renewal === 'paused' && hasPassed(facts.periodEndsAt, now) ? 'suspended' : 'granted';

const late: Rule = (facts, now) => {
  if (facts.graceEndsAt !== null) return hasPassed(facts.graceEndsAt, now) ? 'suspended' : 'grace';
  return hasPassed(facts.periodEndsAt, now) ? 'suspended' : 'granted';
};

const byPayment: Record<Payment, Rule> = {
  ok: paid,
  trial: paid,
  past_due: late,
  unpaid: () => 'suspended',
  refunded: paid,
  disputed: paid,
};

/** Whether the member can use it now, from dates and payment. In the time paid for, renewal changes nothing (S61). */
export function deriveAccess(facts: BillingFacts, now: Date): Access {
  if (isOver(facts, now)) return 'ended';
  if (!hasPassed(facts.startsAt, now)) return 'pending';
  return byPayment[facts.payment](facts, now);
}
