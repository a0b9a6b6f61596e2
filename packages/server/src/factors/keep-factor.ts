import { formatInstant } from '../calendar/instant.ts';
import type { FactorRecord } from '../ports/filed-record.ts';
import type { StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Writes what the use of a factor leaves behind, in the transaction that gives the proof. Throws
 * `verification_code_wrong` when the factor is gone, or when `next` finds that somebody was faster.
 * @param next - the new secret out of what is stored now; null when this use is one too many
 */
export async function keepFactor(
  rows: StoreRows,
  { tenantId, id }: FactorRecord,
  now: Date,
  next: (secret: string) => string | null,
): Promise<void> {
  const stored = await rows.getFiled('factor', tenantId, id);
  const secret = stored === undefined || stored.removedAt !== null ? null : next(stored.secret);
  if (stored === undefined || secret === null) {
    throw new ServiceError('verification_code_wrong', { detail: 'This answer was used, or its factor was removed.' });
  }
  await rows.putFiled('factor', { ...stored, secret, lastUsedAt: formatInstant(now) });
}
