import type { Membership, Session } from '@leavewell/sdk';

/** The member's session and memberships were loaded, or loaded again. */
export class MemberCenterLoadEvent extends Event {
  readonly detail: { readonly session: Session; readonly memberships: readonly Membership[] };

  constructor(detail: MemberCenterLoadEvent['detail']) {
    super('member-center-load', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'member-center-load': MemberCenterLoadEvent;
  }
}
