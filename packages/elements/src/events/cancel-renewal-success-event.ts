import type { Membership, Receipt } from '@leavewell/sdk';

/** The server confirmed that renewal is off; the receipt is what the member keeps. */
export class CancelRenewalSuccessEvent extends Event {
  readonly detail: { readonly membership: Membership; readonly receipt: Receipt };

  constructor(detail: CancelRenewalSuccessEvent['detail']) {
    super('cancel-renewal-success', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-success': CancelRenewalSuccessEvent;
  }
}
