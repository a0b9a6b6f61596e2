import type { Membership, Session } from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';
import type { Flow } from './flow.ts';

/** All that a member center shows. */
export type MemberState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready';
      readonly session: Session;
      readonly memberships: readonly Membership[];
      /** Send to `loadMore()`; null when everything is shown. */
      readonly nextCursor: string | null;
      readonly activity: 'none' | 'refreshing' | 'loading_more';
      /** A failed refresh or page; what was loaded stays. */
      readonly error: MemberError | null;
    }
  | { readonly status: 'failed'; readonly error: MemberError };

/** Loads and holds a member's session and memberships. Verbs never reject. */
export interface MemberFlow extends Flow<MemberState> {
  /** Loads, or loads again; a later call wins over an earlier one. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Puts a membership that a command returned in the place of the older one. */
  replace(membership: Membership): void;
  /** Gives up what is under way. */
  stop(): void;
}
