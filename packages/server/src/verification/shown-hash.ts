import type { VerifiedAct } from '@leavewell/contract';
import { factorsMark } from '../factors/factors-mark.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import type { MemberRecord, MembershipRecord, StoreReads } from '../ports/store.ts';
import { digestOf } from '../session/digest.ts';

/** What a verification is about. */
export interface Shown {
  readonly member: MemberRecord;
  readonly command: VerifiedAct;
  /** Left out of account for `changeFactors`, which is about the member. */
  readonly membership: MembershipRecord | null;
}

/**
 * Hash of what the member is shown when they decide (which act on which plan, until when, and for how much) and of the
 * ways they can be verified by. A proof is void once either is no longer so (OWASP Transaction Authorization 1.3 and
 * 1.5: what you see is what you sign).
 */
export async function shownHash(reads: StoreReads, { member, command, membership }: Shown): Promise<string> {
  const verifiedBy = await factorsMark(reads, member);
  return digestOf(canonicalJson({ command, verifiedBy, ...(command === 'changeFactors' ? {} : termsOf(membership)) }));
}

function termsOf(membership: MembershipRecord | null) {
  if (membership === null) return { id: null };
  const { kind, periodEndsAt, price } = membership.facts;
  return { id: membership.id, plan: membership.plan.name, kind, periodEndsAt, price };
}
