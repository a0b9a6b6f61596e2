import type { Action, RefusalCode } from '@leavewell/contract';
import type { MemberRecord, MembershipRecord } from '../ports/store.ts';

/** The action may be done now. */
export const allowed: Action = { allowed: true, refusal: null, label: null };

/** Refused, and nothing helps because nothing is wrong. */
export function refuse(code: RefusalCode): Action {
  return { allowed: false, refusal: { code, remedy: 'none', contact: null }, label: null };
}

/** Refused, and a person at the host can help. */
export function refuseToSupport(code: RefusalCode): Action {
  return { allowed: false, refusal: { code, remedy: 'contact_support', contact: null }, label: null };
}

/** Refused for want of a right; names the administrator who can help, when one is known (S57). */
export function refusePermission(viewer: MemberRecord, record: MembershipRecord): Action {
  if (record.account.kind === 'person') return refuseToSupport('no_permission');
  const contact = viewer.account.id === record.account.id ? viewer.account.administratorName : null;
  return { allowed: false, refusal: { code: 'no_permission', remedy: 'ask_administrator', contact }, label: null };
}
