import type { VerificationMethod } from '@leavewell/contract';
import type {
  DeclarationForm,
  EvaluatedPolicy,
  FixedText,
  Placement,
  PolicyAct,
  ReceiptField,
  ReminderWindow,
} from './evaluated-policy.ts';

/** All that a profile can ask or leave open, before an operator wishes anything. */
export interface Asked {
  /** Fixed wording; null where there is none. */
  readonly openLabel: FixedText | null;
  readonly confirmLabel: FixedText | null;
  readonly budget: EvaluatedPolicy['budget'];
  readonly form: DeclarationForm | null;
  readonly publicForm: DeclarationForm;
  readonly isPure: boolean;
  /** Ways of verifying that an operator may ask for; none may be when empty. */
  readonly verification: readonly VerificationMethod[];
  /** Whether an operator may have companies pass a second check. */
  readonly companyCheck: boolean;
  /** Where a question may stand. */
  readonly survey: readonly EvaluatedPolicy['survey'][];
  /** Where an offer may stand. */
  readonly offer: readonly Placement[];
  readonly cancelLabel: FixedText | null;
  /** At least so many days. */
  readonly quietDays: number;
  readonly receiptFields: readonly ReceiptField[];
  /** At most so many seconds. */
  readonly receiptSeconds: number;
  /** At least so many days; null where the place gives no right to withdraw. */
  readonly withdrawalDays: number | null;
  /** At most so many days until the money of a withdrawal is back. */
  readonly withdrawalRefundDays: number;
  /** At most so many days until money that is due is back; null where no limit is known. */
  readonly refundDays: number | null;
  readonly offersFixedTermEntry: boolean;
}

/** A window whose rule is that of the asking it stands in. */
export type AskedReminder = Omit<ReminderWindow, 'rule'>;

/** One thing a place asks, and the rules it follows from. It counts as soon as one of them binds. */
export interface Asking {
  /** Ids, the one first that a refusal names. */
  readonly rules: readonly [string, ...string[]];
  /** For one act only; for both when absent. */
  readonly act?: PolicyAct;
  /** Takes the place of what an earlier asking said. */
  readonly asks: Partial<Asked>;
  /** Come beside those of earlier askings. */
  readonly reminders?: readonly AskedReminder[];
}
