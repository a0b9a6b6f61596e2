import type { MemberError } from '@leavewell/sdk';

/** Something failed and the member was told; a wrong code is not a failure. */
export class CancelRenewalErrorEvent extends Event {
  readonly detail: { readonly error: MemberError };

  constructor(detail: CancelRenewalErrorEvent['detail']) {
    super('cancel-renewal-error', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cancel-renewal-error': CancelRenewalErrorEvent;
  }
}
