import type { BillingFacts } from '@leavewell/contract';
import type { MembershipRecord } from '../ports/store.ts';

/**
 * What is stored when a host declares facts again of a membership that a member withdrew from. Facts of the same or an
 * older period that do not know of it are older than the member's word, and neither access nor a charge may follow from
 * them. Facts of a later period are a new purchase and are taken as they are.
 */
export function keepWithdrawal(stored: MembershipRecord | undefined, declared: BillingFacts): BillingFacts {
  if (!stored || stored.receiptId === null || declared.endedAt !== null) return declared;
  const { endedAt, payment, periodEndsAt, renewalOff } = stored.facts;
  if (endedAt === null || payment !== 'refunded' || isLater(declared.periodEndsAt, periodEndsAt)) return declared;
  const renewal = declared.kind === 'recurring' ? ({ renewal: 'off', renewalOff } as const) : {};
  return { ...declared, ...renewal, endedAt, payment, resumesAt: null, graceEndsAt: null };
}

function isLater(instant: string | null, than: string | null): boolean {
  return instant !== null && than !== null && Date.parse(instant) > Date.parse(than);
}
