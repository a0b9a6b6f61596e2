import type { Membership } from '@leavewell/sdk';

/** A newer state of the membership is known: after a command, or because another tab, person or channel was first. */
export class CancelRenewalChangeEvent extends Event {
  readonly detail: { readonly membership: Membership };

  constructor(detail: CancelRenewalChangeEvent['detail']) {
    super('cancel-renewal-change', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-change': CancelRenewalChangeEvent;
  }
}
