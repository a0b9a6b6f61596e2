import type { BillingFacts } from '@leavewell/contract';
import type { MembershipRecord } from '../ports/store.ts';

/** The one offer that can be made on a membership in the period that runs: named by both, so that it is made once. */
export function offerIdOf({ id }: Pick<MembershipRecord, 'id'>, { periodEndsAt }: BillingFacts): string {
  return `${id}:${periodEndsAt?.slice(0, 10) ?? 'open'}`;
}
