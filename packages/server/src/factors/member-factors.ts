import type { VerificationMethod } from '@leavewell/contract';
import type { FactorRecord, FiledReads } from '../ports/filed-record.ts';
import type { MemberRecord } from '../ports/store.ts';

const pageSize = 100;

/** Every factor that a member finished setting up, those that were removed too, in order of id. */
export async function everyFactorOf(reads: FiledReads, { tenantId, id }: MemberRecord): Promise<FactorRecord[]> {
  const found: FactorRecord[] = [];
  for (let afterId: string | undefined; ;) {
    const filter = { memberId: id, limit: pageSize, ...(afterId !== undefined && { afterId }) };
    const page: FactorRecord[] = [...(await reads.listFiled('factor', tenantId, filter))];
    found.push(...page.filter(({ usableSince }) => usableSince !== null));
    if (page.length < pageSize) return found;
    afterId = page.at(-1)?.id;
  }
}

/** The factors that a member can use now, the oldest first. */
export async function factorsOf(reads: FiledReads, member: MemberRecord): Promise<FactorRecord[]> {
  const every = await everyFactorOf(reads, member);
  const time = ({ at }: FactorRecord): number => Date.parse(at);
  return every.filter(({ removedAt }) => removedAt === null).toSorted((one, other) => time(one) - time(other));
}

/** Those of one method. */
export async function factorsOfMethod(
  reads: FiledReads,
  member: MemberRecord,
  method: VerificationMethod,
): Promise<FactorRecord[]> {
  return (await factorsOf(reads, member)).filter((factor) => factor.method === method);
}
