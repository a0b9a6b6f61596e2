import type { Action, CancelPreview, Membership, Receipt, Verification, VerificationMethod } from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';
import type { Flow } from './flow.ts';

/** An action that is refused, with its code and remedy. */
export type Refusal = Extract<Action, { allowed: false }>;

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
      /** Why the last code was not taken. */
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

/** Guides one member through cancelling one membership. Verbs that do not fit the state do nothing; none rejects. */
export interface CancelRenewalFlow extends Flow<CancelRenewalState> {
  /** Reads the preview: `idle`, `kept`, `canceled`, `refused` or `failed` → `confirm` or `refused`. */
  start(): Promise<void>;
  /** The member's decision: `confirm` → `verify` where the policy asks for it, else `submitting` → `canceled`. */
  confirm(): Promise<void>;
  /** The code: `verify` → `checking` → `submitting` → `canceled`; a wrong code returns to `verify` with `error`. */
  enterCode(code: string): Promise<void>;
  /** Another code: `verify` → `sending` → `verify`. */
  resendCode(): Promise<void>;
  /** Tries what failed once more, with the same idempotency key. */
  retry(): Promise<void>;
  /** The member keeps renewal; only before `submitting`. */
  keep(): void;
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}
