import type { MemberError } from '@leavewell/sdk';

/** Loading, refreshing or reading on failed, and the member was told. */
export class MemberCenterErrorEvent extends Event {
  readonly detail: { readonly error: MemberError };

  constructor(detail: MemberCenterErrorEvent['detail']) {
    super('member-center-error', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'member-center-error': MemberCenterErrorEvent;
  }
}
