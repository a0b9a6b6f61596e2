import type { BillingFacts } from '@leavewell/contract';
import type { MembershipRecord } from '../ports/store.ts';

function isLater(instant: string | null, than: string | null): boolean {
  return instant !== null && than !== null && Date.parse(instant) > Date.parse(than);
}

/**
 * What is stored when a host declares facts again. A cancellation for which a member has our receipt outlives facts of
 * the same or an older period that still say renewal is on: they are older than the member's word, and no charge may
 * follow from them. Facts of a later period are a new purchase and are taken as they are.
 */
export function keepCancellation(stored: MembershipRecord | undefined, declared: BillingFacts): BillingFacts {
  if (!stored || stored.receiptId === null || stored.facts.renewal !== 'off') return declared;
  if (declared.renewal !== 'on' || isLater(declared.periodEndsAt, stored.facts.periodEndsAt)) return declared;
  return { ...declared, renewal: 'off', renewalOff: stored.facts.renewalOff };
}
