import type { Catalog } from '@leavewell/locales';
import type { Membership } from '@leavewell/sdk';

/** Whose membership it is, in one line. */
export function subject(words: Catalog, { plan, account, seats }: Membership): string {
  return [plan.name, account.name, seats && words['membership.seats'](seats)].filter(Boolean).join(' · ');
}
