import type { BillingFacts, MembershipKind, Renewal } from '@leavewell/contract';

/** What renewal means per kind: what does not recur has none, and what recurs without one is switched off. */
const renewalOf: Record<MembershipKind, (said: Renewal) => Renewal> = {
  recurring: (said) => (said === 'not_applicable' ? 'off' : said),
  fixed_term: () => 'not_applicable',
  lifetime: () => 'not_applicable',
};

/**
 * The same facts without contradictions, so that no later rule meets one: a lifetime has no period end, only what
 * recurs has a renewal, and only a renewal that is off or paused says who did that or when it resumes.
 */
export function consistentFacts(facts: BillingFacts): BillingFacts {
  const renewal = renewalOf[facts.kind](facts.renewal);
  return {
    ...facts,
    renewal,
    renewalOff: renewal === 'off' ? facts.renewalOff : null,
    resumesAt: renewal === 'paused' ? facts.resumesAt : null,
    periodEndsAt: facts.kind === 'lifetime' ? null : facts.periodEndsAt,
    graceEndsAt: facts.payment === 'past_due' ? facts.graceEndsAt : null,
  };
}
