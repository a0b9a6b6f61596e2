import type { PutMembership } from '@leavewell/contract';
import type { StoreReads } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Refuses a subscription that a membership of another tenant stands on: whoever guesses or finds a reference must not
 * get hold of what it stands for. Throws `reference_taken`, which does not tell whose it is.
 */
export async function requireOwnReference(
  rows: StoreReads,
  tenantId: string,
  { provider, providerReference }: PutMembership,
): Promise<void> {
  if (providerReference === null) return;
  const holders = await rows.findByReference(provider, providerReference);
  if (holders.every((holder) => holder.tenantId === tenantId)) return;
  throw new ServiceError('reference_taken', {
    detail: 'A membership stands on this subscription already.',
    errors: [{ field: 'providerReference', message: 'Send the reference of a subscription of your own.' }],
  });
}
