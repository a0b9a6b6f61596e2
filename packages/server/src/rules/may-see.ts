import type { MemberRecord, MembershipRecord } from '../ports/store.ts';

/** Whether the viewer manages the members of the account that the membership belongs to. */
export function managesAccountOf(viewer: MemberRecord, record: MembershipRecord): boolean {
  return record.account.id === viewer.account.id && viewer.permissions.includes('manage_members');
}

/** Whether the viewer may know that this membership exists: their own, or one of an account they manage. */
export function maySee(viewer: MemberRecord, record: MembershipRecord): boolean {
  if (viewer.tenantId !== record.tenantId) return false;
  return record.holder.id === viewer.id || managesAccountOf(viewer, record);
}

/** The same rule as a filter for the store. */
export function visibleMemberships(viewer: MemberRecord): { memberId: string; accountId: string | null } {
  const accountId = viewer.permissions.includes('manage_members') ? viewer.account.id : null;
  return { memberId: viewer.id, accountId };
}
