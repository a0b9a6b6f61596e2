import type {
  CancelPreview,
  Membership,
  Receipt,
  Refusal,
  Verification,
  VerificationMethod,
} from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';

/** Where a member is in cancelling. An imperative is the member's turn, `-ing` the machine's, a participle an end. */
export type CancelRenewalState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly preview: CancelPreview }
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
  | { readonly status: 'canceled'; readonly membership: Membership; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'sending' | 'checking' | 'submitting';
      readonly error: MemberError;
      readonly preview: CancelPreview | null;
    };
