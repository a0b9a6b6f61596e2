import type { HostText, Offer } from '@leavewell/contract';
import type { MembershipRecord } from '../ports/store.ts';

/** What an offer is made of; texts in the host's words. */
export interface OfferTerms extends Pick<Offer, 'price' | 'endsAt' | 'renews'> {
  readonly title: HostText;
  readonly text: HostText;
}

/** What may be asked and offered after a cancellation took effect, as far as the law of the place allows. */
export interface AfterCancelOptions {
  /** Reasons to choose from; our own when absent, no question at all when empty. */
  readonly reasons?: readonly { readonly id: string; readonly text: HostText }[];
  /** A fair offer for this membership, or null for none. The client has no say in it. */
  readonly offer?: (membership: MembershipRecord, now: Date) => OfferTerms | null;
  /** No group of answers smaller than this is reported; 5 when absent, and never less than 2. */
  readonly minimumGroup?: number;
}
