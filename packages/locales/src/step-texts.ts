import type { EndFacts, MoneyFacts, PriceFacts } from './membership-facts.ts';
import type { Phrase } from './phrase.ts';

/** A way to show that it is you; those of the contract. */
export type VerificationWay =
  | 'passkey'
  | 'password'
  | 'sms_code'
  | 'email_code'
  | 'totp'
  | 'administrator_password'
  | 'company_credential'
  | 'host_login';

/** What is typed that is no code. */
export type TypedSecret = 'password' | 'administrator_password' | 'company_credential';

/** What a declaration may ask for; those of the contract. */
type DeclaredField = 'termination_kind' | 'name' | 'contract' | 'end_date' | 'email';

/** A request of the contract fits. */
export interface RequestFacts {
  readonly planName: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  readonly timeZone: string;
}

/** Money that goes back, and the last day for it; that of the contract fits. */
export interface RefundFacts extends MoneyFacts {
  readonly by: string;
}

/** What the buttons of the ways say. */
type WayTexts = Readonly<Record<`verify.use.${VerificationWay}`, string>>;
/** Whose secret it is, and where it comes from. */
type AskTexts = Readonly<Record<`verify.ask.${TypedSecret | 'totp'}` | `verify.label.${TypedSecret}`, string>>;
type FieldTexts = Readonly<Record<`declare.${DeclaredField}`, string>>;
type SaveTexts = Readonly<Record<`receipt.save.${'text' | 'calendar' | 'jws'}`, string>>;

/** Showing that it is you, one way after the other. */
interface LadderTexts extends WayTexts, AskTexts {
  /** Over the ways that are left. */
  readonly 'verify.another': string;
  readonly 'verify.passkey': string;
  readonly 'verify.passkeyAgain': string;
  /** Of what is no code. `attemptsLeft` is null when it is not known. */
  readonly 'verify.wrong': (attemptsLeft: number | null) => string;
  readonly 'choose.title': string;
  readonly 'choose.text': string;
}

/** Asking a person. */
interface RequestTexts {
  readonly 'request.note': string;
  readonly 'request.sending': string;
  readonly 'request.done.title': string;
  /** From when it counts, and what follows. */
  readonly 'request.done.text': (request: RequestFacts) => Phrase;
  readonly 'request.id': string;
}

/** What the law of a place asks to declare. */
interface DeclareTexts extends FieldTexts {
  readonly 'declare.ordinary': string;
  readonly 'declare.extraordinary': string;
  readonly 'declare.reason': string;
  /** In the place of a day that was left open. */
  readonly 'declare.earliest': string;
  readonly 'review.title': string;
  readonly 'review.edit': string;
}

/** Undoing the purchase. */
interface WithdrawStepTexts {
  /** That it ends at once, and what is paid back. */
  readonly 'withdraw.text': (preview: { readonly refund: RefundFacts | null }) => Phrase;
  readonly 'withdraw.keep': string;
  readonly 'withdraw.confirm': string;
  readonly 'withdraw.submitting': string;
  readonly 'withdraw.done.text': string;
}

/** What is kept of it. */
interface KeptTexts extends SaveTexts {
  readonly 'receipt.withdrawnAt': string;
  readonly 'receipt.contract': string;
  readonly 'receipt.refund': string;
  readonly 'receipt.noRefund': string;
  readonly 'receipt.refundBy': (refund: RefundFacts) => Phrase;
  readonly 'receipt.contact': string;
  /** There is no such file of this receipt. */
  readonly 'receipt.noFile': string;
  /** A moment with its zone and offset: `22 Nov 2026, 10:42, Beijing time (UTC+8)`. */
  readonly 'date.stamp': (instant: string, timeZone: string) => Phrase;
}

/** What may be asked and offered afterwards. Nobody has to answer. */
interface AfterTexts {
  readonly 'survey.title': string;
  readonly 'survey.comment': string;
  readonly 'survey.send': string;
  readonly 'survey.sent': string;
  readonly 'offer.price': (price: PriceFacts | null) => string;
  readonly 'offer.ends': (end: EndFacts) => Phrase;
  readonly 'offer.renews': string;
  readonly 'offer.endsByItself': string;
  readonly 'offer.accept': string;
  readonly 'offer.decline': string;
  readonly 'offer.accepted': string;
  readonly 'offer.declined': string;
}

/** The texts of the steps that only some members meet, by a stable id; loaded with the steps, beside those of `Catalog`. */
export interface StepTexts
  extends LadderTexts, RequestTexts, DeclareTexts, WithdrawStepTexts, KeptTexts, AfterTexts {}

/** Those that are composed of dates and money, and the words they are composed of. */
type Composed = 'request.done.text' | 'withdraw.text' | 'receipt.refundBy' | 'date.stamp' | 'offer.price' | 'offer.ends';

/** All that one language gives for the steps. */
export interface StepWords {
  readonly texts: Omit<StepTexts, Composed>;
  readonly counts: (planName: string, from: Phrase) => Phrase;
  readonly endsAtOnce: string;
  readonly paidBack: (amount: string, by: Phrase) => Phrase;
  readonly amountBy: (amount: string, by: Phrase) => Phrase;
  readonly stamp: (moment: Phrase, zone: string, offset: string | null) => Phrase;
  readonly free: string;
  readonly until: (at: Phrase) => Phrase;
}
