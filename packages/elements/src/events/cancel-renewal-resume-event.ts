import type { Membership, Receipt } from '@leavewell/sdk';

/** The server confirmed that renewal is on again. */
export class CancelRenewalResumeEvent extends Event {
  readonly detail: { readonly membership: Membership; readonly receipt: Receipt };

  constructor(detail: CancelRenewalResumeEvent['detail']) {
    super('cancel-renewal-resume', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-resume': CancelRenewalResumeEvent;
  }
}
