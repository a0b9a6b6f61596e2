import type { IntentRecord, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/** Makes sure that the intent is still open and its lease ours. Throws `version_conflict`. */
export async function holdIntent(rows: StoreRows, intent: IntentRecord): Promise<void> {
  const stored = await rows.findIntent(intent.tenantId, intent.memberId, intent.idempotencyKey);
  if (stored?.id === intent.id && stored.answer === null && stored.leasedUntil === intent.leasedUntil) return;
  throw new ServiceError('version_conflict', { detail: `intent ${intent.id} is in other hands` });
}
