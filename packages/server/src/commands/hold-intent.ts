import type { IntentRecord, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Makes sure that the intent is still open and its lease ours. Throws `version_conflict`. The membership is asked for
 * first, as when the intent was written: works that take rows in one order never wait for each other in a circle.
 */
export async function holdIntent(rows: StoreRows, intent: IntentRecord): Promise<void> {
  await rows.getMembership(intent.tenantId, intent.membershipId);
  const stored = await rows.findIntent(intent.tenantId, intent.memberId, intent.idempotencyKey);
  if (stored?.id === intent.id && stored.answer === null && stored.leasedUntil === intent.leasedUntil) return;
  throw new ServiceError('version_conflict', { detail: `intent ${intent.id} is in other hands` });
}
