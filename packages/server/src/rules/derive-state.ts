import type { BillingFacts, MembershipKind, MembershipState, Payment } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { deriveAccess } from './derive-access.ts';
import { continues, isOver } from './is-over.ts';

/** The word for one that ended before its time: taken back, or simply over. */
const endedEarly: Record<Payment, MembershipState> = {
  ok: 'expired',
  trial: 'expired',
  past_due: 'expired',
  unpaid: 'expired',
  refunded: 'revoked',
  disputed: 'revoked',
};

/** The word for one that is under way, paid for and not paused. */
const underWay: Record<MembershipKind, (facts: BillingFacts) => MembershipState> = {
  lifetime: () => 'lifetime',
  fixed_term: () => 'fixed_term',
  recurring: (facts) => {
    if (!continues(facts)) return 'ending';
    return facts.payment === 'trial' ? 'trialing' : 'renewing';
  },
};

/** The one word a page shows. What matters most to the member comes first: over, no access, money, then renewal. */
export function deriveState(facts: BillingFacts, now: Date): MembershipState {
  if (isOver(facts, now)) return hasPassed(facts.endedAt, now) ? endedEarly[facts.payment] : 'expired';
  const access = deriveAccess(facts, now);
  if (access === 'pending') return 'upcoming';
  if (facts.renewal === 'paused') return 'paused';
  if (access === 'suspended') return 'on_hold';
  if (facts.payment === 'past_due') return 'payment_problem';
  return underWay[facts.kind](facts);
}
