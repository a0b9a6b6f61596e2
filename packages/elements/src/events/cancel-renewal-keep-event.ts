import type { Membership } from '@leavewell/sdk';

/** The member decided to keep renewal, or left before deciding. Nothing was changed. */
export class CancelRenewalKeepEvent extends Event {
  readonly detail: { readonly membership: Membership | null };

  constructor(detail: CancelRenewalKeepEvent['detail']) {
    super('cancel-renewal-keep', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-keep': CancelRenewalKeepEvent;
  }
}
