import type { RefusalCode, ToldFailure } from './failures.ts';
import type {
  CancelFacts,
  EndFacts,
  ExpiryFacts,
  MembershipKind,
  MembershipState,
  PriceFacts,
  RenewalFacts,
} from './membership-facts.ts';
import type { DatePart, Phrase } from './phrase.ts';

/** The short text of a badge, by state. */
type StatusTexts = Readonly<Record<`status.${MembershipState}`, string>>;
/** What the state means, in at most 60 words (120 characters in Chinese). */
type HelpTexts = Readonly<Record<`help.${MembershipState}`, string>>;
/** The badge of the kind, so that a one-off is never taken for a subscription. */
type KindTexts = Readonly<Record<`kind.${MembershipKind}`, string>>;
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

/** The headings and sentences about one membership. */
interface MembershipTexts {
  /** The biggest words of a card: `Renews on 31 December 2026`. */
  readonly 'expiry.headline': (membership: ExpiryFacts) => Phrase;
  /** What will or will not be charged, when, and to what, with the exact moment and its zone. */
  readonly 'expiry.detail': (membership: ExpiryFacts) => Phrase;
  /** `¥1,298.00 a year`, or for a one-off `¥98.00, one month`. */
  readonly 'membership.price': (price: PriceFacts, kind: MembershipKind) => string;
  /** `12 members` */
  readonly 'membership.seats': (count: number) => string;
  /** `Order 2026-0117-3391` */
  readonly 'membership.order': (number: string) => string;
  readonly 'membership.benefits': string;
  /** The summary that opens the help text of the state. */
  readonly 'membership.help': string;
  readonly 'timeline.today': string;
  /** What the timeline shows, in one text for those who do not see it. */
  readonly 'timeline.summary': (membership: ExpiryFacts) => string;
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
  readonly 'cancel.until.title': (preview: CancelFacts) => Phrase;
  readonly 'cancel.until.text': (preview: CancelFacts) => Phrase;
  readonly 'cancel.from.title': (preview: CancelFacts) => Phrase;
  readonly 'cancel.from.text': (preview: CancelFacts) => Phrase;
  readonly 'cancel.keep': string;
  readonly 'cancel.confirm': string;
  readonly 'cancel.submitting': string;
  /** `Renewal canceled. You keep Professional until 31 December 2026.` */
  readonly 'cancel.done.title': (planName: string, end: EndFacts) => Phrase;
  readonly 'cancel.done.text': string;
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

/** Turning renewal back on. What was reached is said by `expiry.detail`. */
interface ResumeTexts {
  /** Both the entry and the button that confirms. */
  readonly 'resume.entry': string;
  readonly 'resume.title': string;
  /** Price and date first. */
  readonly 'resume.text': (membership: ExpiryFacts) => Phrase;
  readonly 'resume.keep': string;
  readonly 'resume.submitting': string;
  /** `Renewal is on again. Professional renews on 31 December 2026.` */
  readonly 'resume.done.title': (planName: string, renewal: RenewalFacts) => Phrase;
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

/** What surrounds the memberships. */
interface PageTexts {
  /** BCP 47 tag of the words and dates; fit for a `lang` attribute. */
  readonly 'language.tag': string;
  readonly 'center.title': string;
  readonly 'center.loading': string;
  readonly 'center.empty': string;
  readonly 'center.more': string;
  readonly 'role.administrator': string;
  /** Who can help; `contact` is a name, when known. Read it through `refusalText`. */
  readonly 'remedy.ask_administrator': (contact: string | null) => string;
  readonly 'remedy.contact_support': (contact: string | null) => string;
  readonly 'action.retry': string;
  readonly 'action.close': string;
  readonly 'action.dismiss': string;
}

/**
 * Every text of one language, by a stable id. Plain strings, or functions for sentences with arguments. A text that
 * contains dates is a `Phrase`, so that each date can be shown unbroken and with its machine form; others are strings.
 */
export interface Catalog
  extends
    StatusTexts,
    HelpTexts,
    KindTexts,
    RefusalTexts,
    FailureTexts,
    FailedTexts,
    MembershipTexts,
    DateTexts,
    CancelTexts,
    CodeTexts,
    ResumeTexts,
    ReceiptTexts,
    PageTexts {}
