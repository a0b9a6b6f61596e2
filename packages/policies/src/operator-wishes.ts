import type { VerificationMethod } from '@leavewell/contract';
import type { FixedText, Placement } from './evaluated-policy.ts';

/** What an operator wants in one place. More generous than the law is welcome, less is refused at the start. */
export interface OperatorWishes {
  /** How cancelling is verified, in the order in which the ways are offered; what the profile says when absent. */
  readonly verification?: readonly VerificationMethod[];
  /** What a company shows besides; never asked of a person. */
  readonly companyCheck?: Extract<VerificationMethod, 'administrator_password' | 'company_credential'>;
  /** For cancelling; the words for withdrawing are the place's or the page's own. */
  readonly labels?: { readonly open?: FixedText; readonly confirm?: FixedText };
  readonly survey?: 'never' | 'before' | 'after';
  readonly offer?: Placement | 'before';
  /** At least 7. */
  readonly offerQuietDays?: number;
  /** A minute when absent. */
  readonly receiptWithinSeconds?: number;
  /** Days before the charge on which a renewal is announced, instead of those planned. */
  readonly reminderDays?: readonly number[];
  /** Calendar days; also where the place gives no right to withdraw. */
  readonly withdrawalDays?: number;
  /** Calendar days until money that is due is back. */
  readonly refundDays?: number;
  /** Ids of prospective rules to follow before they bind. */
  readonly prospective?: readonly string[];
}
