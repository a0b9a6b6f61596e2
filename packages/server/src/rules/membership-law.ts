import type { FixedLabel } from '@leavewell/contract';
import type { WithdrawalRight } from '@leavewell/policies';

/** What the law of a place says of a membership's buttons, and of undoing the purchase. */
export interface MembershipLaw {
  readonly labels: Readonly<Record<'cancelRenewal' | 'withdraw', FixedLabel | null>>;
  /** Whether what ends by itself can be canceled too: a declaration with its receipt, which changes no date. */
  readonly offersFixedTermEntry: boolean;
  readonly right: WithdrawalRight | null;
}
