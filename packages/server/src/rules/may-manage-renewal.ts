import type { MemberRecord, MembershipRecord } from '../ports/store.ts';
import { managesAccountOf } from './may-see.ts';

/** Whether the viewer may switch this renewal: their own with that right, or any of an account they manage. */
export function mayManageRenewal(viewer: MemberRecord, record: MembershipRecord): boolean {
  if (viewer.tenantId !== record.tenantId) return false;
  const owns = record.holder.id === viewer.id && viewer.permissions.includes('cancel_own');
  return owns || managesAccountOf(viewer, record);
}
