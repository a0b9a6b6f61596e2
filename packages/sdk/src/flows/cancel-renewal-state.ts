import type {
  CancelPreview,
  Membership,
  Receipt,
  Refusal,
  Verification,
  VerificationMethod,
} from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';

/**
 * Why a member decides once more. `changed`: the membership is another one than they were shown, and nothing was done.
 * `unfinished`: an earlier try was cut off and has not taken effect; confirming finishes it under the same key.
 */
export type ConfirmNotice = 'changed' | 'unfinished';

/** Where a member is in cancelling. An imperative is the member's turn, `-ing` the machine's, a participle an end. */
export type CancelRenewalState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly preview: CancelPreview; readonly notice: ConfirmNotice | null }
  | { readonly status: 'sending'; readonly preview: CancelPreview; readonly method: VerificationMethod }
  | {
      readonly status: 'verify';
      readonly preview: CancelPreview;
      readonly verification: Verification;
      /** Why the last code was not taken, or no other one was sent. */
      readonly error: MemberError | null;
    }
  | { readonly status: 'checking'; readonly preview: CancelPreview; readonly verification: Verification }
  | { readonly status: 'submitting'; readonly preview: CancelPreview }
  /** A command was sent and the billing company has not confirmed it; `membership.pendingCommand` says which. */
  | { readonly status: 'pending'; readonly membership: Membership; readonly since: string }
  | { readonly status: 'canceled'; readonly membership: Membership; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'sending' | 'checking' | 'submitting';
      readonly error: MemberError;
      readonly preview: CancelPreview | null;
    };
