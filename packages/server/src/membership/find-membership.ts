import type { MemberRecord, MembershipRecord, StoreReads } from '../ports/store.ts';
import { maySee } from '../rules/may-see.ts';
import { ServiceError } from '../service-error.ts';

/**
 * The membership, for a member who may see it. Throws `membership_not_found`, alike for one that is absent, another
 * member's or another tenant's.
 */
export async function findMembership(rows: StoreReads, viewer: MemberRecord, id: string): Promise<MembershipRecord> {
  const record = await rows.getMembership(viewer.tenantId, id);
  if (record && maySee(viewer, record)) return record;
  throw new ServiceError('membership_not_found', { detail: 'No membership of this member has this id.' });
}
