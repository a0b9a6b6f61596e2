import type { BillingFacts } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { canonicalJson } from '../membership/canonical-json.ts';

/**
 * What a company is asked with about a subscription that was never read: it goes by the reference alone. Never stored.
 */
export function nothingKnown(now: Date): BillingFacts {
  const at = formatInstant(now);
  return {
    kind: 'recurring',
    renewal: 'off',
    renewalOff: null,
    payment: 'ok',
    startsAt: at,
    periodStartsAt: at,
    periodEndsAt: at,
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    price: null,
    paymentMethod: null,
  };
}

/** Whether a provider gave back what it was asked with: it has no facts of its own. */
export function isNothingKnown(facts: BillingFacts, now: Date): boolean {
  return canonicalJson(facts) === canonicalJson(nothingKnown(now));
}
