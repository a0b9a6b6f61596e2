import type { Membership } from '@leavewell/sdk';

/**
 * The member confirmed and nothing was sent yet. `preventDefault()` hands cancelling over to the page: the element
 * closes and sends nothing.
 */
export class CancelRenewalStartEvent extends Event {
  readonly detail: { readonly membership: Membership };

  constructor(detail: CancelRenewalStartEvent['detail']) {
    super('cancel-renewal-start', { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-start': CancelRenewalStartEvent;
  }
}
