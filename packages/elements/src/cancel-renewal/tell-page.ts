import type { MemberError, Membership } from '@leavewell/sdk';
import { CancelRenewalChangeEvent } from '../events/cancel-renewal-change-event.ts';
import { CancelRenewalErrorEvent } from '../events/cancel-renewal-error-event.ts';

/** An element that shows one membership. */
export interface MembershipHost extends EventTarget {
  /** The newest that is known of the membership. */
  membership: Membership | null;
}

/** Takes what the network says of the membership, and tells the page when it is news. */
export function learn(host: MembershipHost, membership: Membership): void {
  const known = host.membership;
  host.membership = membership;
  if (known && known.version !== membership.version) host.dispatchEvent(new CancelRenewalChangeEvent({ membership }));
}

/** Tells the page of a failure that the member was told of. */
export function tellOf(host: EventTarget, error: MemberError): void {
  host.dispatchEvent(new CancelRenewalErrorEvent({ error }));
}
