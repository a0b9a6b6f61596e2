import type { MemberCall } from '../http/call.ts';
import type { FactorRecord, FiledReads } from '../ports/filed-record.ts';
import { ServiceError } from '../service-error.ts';

/** The caller's factor. Throws `factor_not_found`, alike for one that is absent, removed or another member's. */
export async function findFactor(reads: FiledReads, { viewer, id }: MemberCall): Promise<FactorRecord> {
  const record = await reads.getFiled('factor', viewer.tenantId, id);
  if (record?.memberId === viewer.id && record.removedAt === null) return record;
  throw factorNotFound();
}

/** No factor of this member is what was asked for. */
export function factorNotFound(): ServiceError {
  return new ServiceError('factor_not_found', { detail: 'No factor of this member has this id.' });
}
