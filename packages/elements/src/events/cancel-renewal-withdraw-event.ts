import type { Membership, Receipt } from '@leavewell/sdk';

/** The server confirmed that the purchase is undone; the receipt is what the member keeps. */
export class CancelRenewalWithdrawEvent extends Event {
  readonly detail: { readonly membership: Membership; readonly receipt: Receipt };

  constructor(detail: CancelRenewalWithdrawEvent['detail']) {
    super('cancel-renewal-withdraw', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-withdraw': CancelRenewalWithdrawEvent;
  }
}
