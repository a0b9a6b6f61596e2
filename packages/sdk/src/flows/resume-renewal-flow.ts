import type { Membership, Receipt } from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';
import type { Refusal } from './cancel-renewal-flow.ts';
import type { Flow } from './flow.ts';

/** Where a member is in turning renewal back on. Price and date are shown before anything is decided. */
export type ResumeRenewalState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly membership: Membership }
  | { readonly status: 'submitting'; readonly membership: Membership }
  | { readonly status: 'resumed'; readonly membership: Membership; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'submitting';
      readonly error: MemberError;
      readonly membership: Membership | null;
    };

/** Guides one member through turning renewal back on. Verbs that do not fit the state do nothing; none rejects. */
export interface ResumeRenewalFlow extends Flow<ResumeRenewalState> {
  start(): Promise<void>;
  confirm(): Promise<void>;
  retry(): Promise<void>;
  keep(): void;
  reset(): void;
}
