import type { FactorList } from '@leavewell/contract';
import type { FiledReads } from '../ports/filed-record.ts';
import type { MemberRecord } from '../ports/store.ts';
import { factorsOf } from './member-factors.ts';

/** The factors of a member, as they may see them: nothing of what a verifier keeps. */
export async function presentFactors(reads: FiledReads, member: MemberRecord): Promise<FactorList> {
  const found = await factorsOf(reads, member);
  return {
    items: found.map(({ id, method, label, at, lastUsedAt }) => ({ id, method, label, createdAt: at, lastUsedAt })),
  };
}
