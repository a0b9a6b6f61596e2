import type { FiledReads } from '../ports/filed-record.ts';
import type { MemberRecord } from '../ports/store.ts';
import { everyFactorOf } from './member-factors.ts';

/** By what a member can be verified; a factor that was removed leaves a trace, so that no older mark comes back. */
export interface FactorsMark {
  readonly phone: string | null;
  readonly email: string | null;
  readonly factors: readonly string[];
}

/**
 * Marks the present set of ways to verify a member. What was verified under another set is void: whoever changes a
 * factor ends what was under way with the old ones (OWASP Transaction Authorization 1.3). The host's own `phone` and
 * `email` count as well.
 */
export async function factorsMark(reads: FiledReads, member: MemberRecord): Promise<FactorsMark> {
  const every = await everyFactorOf(reads, member);
  const factors = every.map(({ id, removedAt }) => `${removedAt === null ? '+' : '-'}${id}`);
  return { phone: member.phone, email: member.email, factors };
}
