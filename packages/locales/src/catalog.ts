import type { RefusalCode, ToldFailure } from './failure-codes.ts';
import type {
  CancelFacts,
  EndFacts,
  InsteadFacts,
  MembershipKind,
  PendingFacts,
  PriceFacts,
  RenewalFacts,
  ResumeFacts,
  WithdrawFacts,
} from './membership-facts.ts';
import type { DatePart, Phrase } from './phrase.ts';

/** Why an action is not offered; read them with the remedy through `refusalText`. */
type RefusalTexts = Readonly<Record<`refusal.${RefusalCode}`, string>>;
/** What went wrong and what to do; read them through `failureText`. */
type FailureTexts = Readonly<
  Record<`failure.${Exclude<ToldFailure, 'verification_code_wrong'> | 'unknown'}`, string>
>;

/** What stands over a failed command. */
interface FailedTexts {
  /** The server refused it, or it was never sent. */
  readonly 'failed.unchanged': string;
  /** It was sent and no clear answer came. */
  readonly 'failed.unknown': string;
  /** Beside `failed.unknown`: the same try cannot take effect twice. */
  readonly 'failed.safe': string;
}

/** What a member reads while a command is under way, or was left without an outcome. */
interface UnderWayTexts {
  /** The billing company has not confirmed it. It never says that it is done. */
  readonly 'pending.title': string;
  /** What was asked for and when, that it goes on by itself, and that a receipt follows. */
  readonly 'pending.text': (membership: PendingFacts) => Phrase;
  /** The membership is another one than was shown, and nothing was done. */
  readonly 'confirm.changed': string;
  /** An earlier try was cut off and has not taken effect; confirming finishes it. */
  readonly 'confirm.unfinished': string;
}

/** Dates outside sentences. */
interface DateTexts {
  /** `31 December 2026` */
  readonly 'date.day': (day: string) => DatePart;
  /** `31 Dec`, with the year when `reference` (a day or an instant) is of another year. */
  readonly 'date.short': (day: string, reference: string) => DatePart;
  /** `22 Nov 2026, 10:42` */
  readonly 'date.moment': (instant: string, timeZone: string) => DatePart;
  /** `31 December 2026, 24:00, Beijing time`; of what never ends `No end date`. */
  readonly 'date.end': (end: EndFacts) => Phrase;
}

/** Canceling, from the entry to the end. */
interface CancelTexts {
  readonly 'cancel.entry': string;
  readonly 'cancel.title': string;
  /** For what does not renew, where the law of the place has it canceled as well. */
  readonly 'cancel.title.once': string;
  readonly 'cancel.until.title': (preview: CancelFacts) => Phrase;
  readonly 'cancel.until.text': (preview: CancelFacts) => Phrase;
  readonly 'cancel.from.title': (preview: CancelFacts) => Phrase;
  readonly 'cancel.from.text': (preview: CancelFacts) => Phrase;
  readonly 'cancel.keep': string;
  readonly 'cancel.confirm': string;
  readonly 'cancel.submitting': string;
  /** `Renewal canceled. You keep Professional until 31 December 2026.` */
  readonly 'cancel.done.title': (planName: string, end: EndFacts & { readonly kind?: MembershipKind }) => Phrase;
  /** That nothing more is charged, or that only what is owed may be. */
  readonly 'cancel.done.text': (receipt: { readonly paymentOwed: boolean }) => string;
}

/** What stands in the place of the button where renewal cannot be canceled. */
interface InsteadTexts {
  /** `Yours until 31 December 2026` */
  readonly 'instead.title': (code: RefusalCode, membership: InsteadFacts) => Phrase;
  /** Until when, and what is charged; null where `refusalText` says it all. */
  readonly 'instead.text': (code: RefusalCode, membership: InsteadFacts) => Phrase | null;
}

/** Showing that it is you. */
interface CodeTexts {
  readonly 'code.title': string;
  readonly 'code.sent': (destination: string) => string;
  readonly 'code.label': (length: number) => string;
  readonly 'code.submit': string;
  readonly 'code.sending': string;
  readonly 'code.checking': string;
  readonly 'code.resend': string;
  readonly 'code.resendIn': (seconds: number) => string;
  /** `attemptsLeft` is null when it is not known. */
  readonly 'failure.verification_code_wrong': (attemptsLeft: number | null) => string;
}

/** Turning renewal back on. */
interface ResumeTexts {
  /** Both the entry and the button that confirms. */
  readonly 'resume.entry': string;
  readonly 'resume.title': string;
  /** Price and date first. */
  readonly 'resume.text': (membership: ResumeFacts) => Phrase;
  readonly 'resume.keep': string;
  readonly 'resume.submitting': string;
  /** `Renewal is on again. Professional renews on 31 December 2026.` */
  readonly 'resume.done.title': (planName: string, renewal: RenewalFacts) => Phrase;
}

/** Undoing the purchase, as far as it is said outside of its steps. */
interface WithdrawTexts {
  /** Where no law fixes the words. */
  readonly 'withdraw.entry': string;
  readonly 'withdraw.title': string;
  /** `Possible until 6 December 2026, 24:00, Berlin time (UTC+1)` */
  readonly 'withdraw.until': (membership: WithdrawFacts) => Phrase;
  readonly 'withdraw.done.title': (planName: string) => Phrase;
}

/** Labels of what is shown when a command took effect. The other lines of a receipt are in the messages. */
interface ReceiptTexts {
  /** Before the number of the receipt. */
  readonly 'receipt.id': string;
  /** When cancelRenewal was asked for. */
  readonly 'receipt.canceledAt': string;
  /** When resumeRenewal was asked for. */
  readonly 'receipt.resumedAt': string;
  readonly 'receipt.ends': string;
}

/** What every part needs. */
interface CommonTexts {
  /** BCP 47 tag of the words and dates; fit for a `lang` attribute. */
  readonly 'language.tag': string;
  readonly loading: string;
  /** `¥1,298.00 a year`, or for a one-off `¥98.00, one month`. */
  readonly 'membership.price': (price: PriceFacts, kind: MembershipKind) => string;
  /** `12 members` */
  readonly 'membership.seats': (count: number) => string;
  /** Who can help; `contact` is a name, when known. Read it through `refusalText`. */
  readonly 'remedy.ask_administrator': (contact: string | null) => string;
  /** The way that is always open; what it leads to is in `StepTexts`. */
  readonly 'request.entry': string;
  readonly 'remedy.contact_support': (contact: string | null) => string;
  readonly 'action.retry': string;
  readonly 'action.close': string;
}

/**
 * The texts of one language for canceling and turning renewal back on, by a stable id. Plain strings, or functions for
 * sentences with arguments. A text that contains dates is a `Phrase`, so that each date can be shown unbroken and with
 * its machine form; others are strings. The texts of the cards are apart, in `CardTexts`: who only cancels never loads them.
 */
export interface Catalog
  extends
    RefusalTexts,
    FailureTexts,
    FailedTexts,
    UnderWayTexts,
    DateTexts,
    CancelTexts,
    InsteadTexts,
    CodeTexts,
    ResumeTexts,
    WithdrawTexts,
    ReceiptTexts,
    CommonTexts {}
