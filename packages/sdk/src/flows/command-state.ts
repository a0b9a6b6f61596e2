import type {
  CancelPreview,
  Declaration,
  Membership,
  Receipt,
  Refusal,
  SupportRequest,
  Verification,
  VerificationMethod,
  WithdrawPreview,
} from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';

/**
 * Why a member decides once more. `changed`: the membership is another one than they were shown, and nothing was done.
 * `unfinished`: an earlier try was cut off and has not taken effect; confirming finishes it under the same key.
 */
export type ConfirmNotice = 'changed' | 'unfinished';

/** What a command that may have to be verified is decided on. */
export type CommandPreview = CancelPreview | WithdrawPreview;

/** Showing that it is the member, one way after the other. */
export type VerifyingState<P> =
  | { readonly status: 'sending'; readonly preview: P; readonly method: VerificationMethod }
  | {
      readonly status: 'verify';
      readonly preview: P;
      readonly verification: Verification;
      /** The other ways that are left, best first; one press of `useMethod` away. */
      readonly methods: readonly VerificationMethod[];
      /** Why the last answer was not taken, or no other code was sent. */
      readonly error: MemberError | null;
    }
  | { readonly status: 'checking'; readonly preview: P; readonly verification: Verification }
  /** No way leads on by itself: one of those that are left, or a person (`requestHelp`). */
  | {
      readonly status: 'choose';
      readonly preview: P;
      readonly methods: readonly VerificationMethod[];
      readonly error: MemberError | null;
    };

/** Where a member is in a command. An imperative is the member's turn, `-ing` the machine's, a participle an end. */
export type CommandState<P> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly preview: P; readonly notice: ConfirmNotice | null }
  | VerifyingState<P>
  | { readonly status: 'submitting'; readonly preview: P }
  /** A command was sent and the billing company has not confirmed it; `membership.pendingCommand` says which. */
  | { readonly status: 'pending'; readonly membership: Membership; readonly since: string }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | { readonly status: 'requesting' }
  /** A person was asked to do it; it counts from `request.requestedAt`. */
  | { readonly status: 'requested'; readonly request: SupportRequest }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'sending' | 'checking' | 'submitting' | 'requesting';
      readonly error: MemberError;
      readonly preview: P | null;
    };

/** A command that took effect, with what the member keeps of it. */
export interface Done<S extends string> {
  readonly status: S;
  readonly membership: Membership;
  readonly receipt: Receipt;
}

/** What was declared, shown once more where the law asks for it; only `confirm()` sends it. */
export interface Review {
  readonly status: 'review';
  readonly preview: CancelPreview;
  readonly declaration: Declaration;
}
