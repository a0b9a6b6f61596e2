import type { VerificationMethod } from '@leavewell/contract';
import type { ProfileId } from './profile-id.ts';

/** What a member does: the two are different acts in law and never merged. */
export type PolicyAct = 'cancelRenewal' | 'withdraw';

/** Words that a place fixes, with the BCP 47 tag of their language. */
export interface FixedText {
  readonly text: string;
  readonly language: string;
}

/** What a declaration may ask for. */
export type DeclarationField = 'termination_kind' | 'name' | 'contract' | 'end_date' | 'email';

/** The fields of a declaration, and whether a page to check them stands before the last press. */
export interface DeclarationForm {
  readonly fields: readonly DeclarationField[];
  readonly review: boolean;
}

/** Where a question or an offer may stand. `with_confirm`: in the view of the confirming button, which stays there. */
export type Placement = 'never' | 'after' | 'with_confirm';

/** What a receipt has to say. */
export type ReceiptField =
  | 'reference'
  | 'contract'
  | 'requested_at'
  | 'access_until'
  | 'no_further_charge'
  | 'refund'
  | 'verified_by'
  | 'resume'
  | 'contact';

/** Whom a notice is for: who will be charged, whose trial turns into a charge, or who has a subscription at all. */
export type ReminderKind = 'renewal' | 'trial_end' | 'yearly' | 'each_charge';

/**
 * Calendar days, in the zone of the account, before the charge or the deadline; a `yearly` one before the day on which
 * another year of the contract is full. It goes out not before `earliestDays` and not after `latestDays`.
 */
export interface ReminderWindow {
  readonly kind: ReminderKind;
  /** The rule that asks for it; null for our own. */
  readonly rule: string | null;
  readonly earliestDays: number;
  readonly latestDays: number;
  /** The day that is aimed at, within the window for every length of month. */
  readonly plannedDays: number;
  /** Only for terms of at least so many months; null for any. */
  readonly minimumTermMonths: number | null;
}

/** The right to undo a purchase. Days are calendar days in the zone of the account. */
export interface WithdrawalRight {
  readonly days: number;
  /** Until the money is back, counted from the withdrawal. */
  readonly refundDays: number;
  readonly rule: string;
}

/** What one place asks of one act on one membership on one day, after the operator's wishes. */
export interface EvaluatedPolicy {
  readonly profile: ProfileId;
  readonly act: PolicyAct;
  /** Null where no wording is fixed and the page's own language serves. */
  readonly labels: { readonly open: FixedText | null; readonly confirm: FixedText | null };
  /** At most so many activations from the member page to done, and screens between opening and confirming. */
  readonly budget: { readonly activations: number; readonly screensBetween: number };
  /** What a logged-in member fills in or confirms; null when the press alone is enough. */
  readonly form: DeclarationForm | null;
  /** What a visitor who is not logged in fills in. */
  readonly publicForm: DeclarationForm;
  /** Nothing but the fields and the button on the confirming page. */
  readonly isPure: boolean;
  /** One of these must be passed, in the order in which they are offered; none is asked for when empty. */
  readonly verification: readonly VerificationMethod[];
  /** A company's second check beside it; never more than one. */
  readonly companyCheck: Extract<VerificationMethod, 'administrator_password' | 'company_credential'> | null;
  readonly survey: Exclude<Placement, 'with_confirm'>;
  readonly offer: {
    readonly placement: Placement;
    /** Words beside a `with_confirm` offer that lead straight out. */
    readonly cancelLabel: FixedText | null;
    /** Days for which a declined offer is not made again. */
    readonly quietDays: number;
  };
  readonly receipt: { readonly fields: readonly ReceiptField[]; readonly withinSeconds: number };
  /** For this plan only; none where nothing will be charged. One notice may serve several windows. */
  readonly reminders: readonly ReminderWindow[];
  /** Null where the place gives none. */
  readonly withdrawal: WithdrawalRight | null;
  /** Within so many days money goes back where some is due; null where no limit is known. */
  readonly refundDays: number | null;
  /** A plan that ends by itself has the statutory way in as well (s. 312k(1) BGB); asked for in Germany alone. */
  readonly offersFixedTermEntry: boolean;
  /** Ids of the rules in force, or followed early, that this follows from; `BASE-` begins those that are our own. */
  readonly rules: readonly string[];
}
