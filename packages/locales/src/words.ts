import type { CardTexts } from './card-texts.ts';
import type { Catalog } from './catalog.ts';
import type { Dated } from './dated.ts';
import type { RefusalCode } from './failure-codes.ts';
import type {
  ExpiryFacts,
  IntervalFacts,
  MembershipKind,
  MembershipState,
  MembershipCommand,
  RenewalOffFacts,
} from './membership-facts.ts';
import type { DatePart, Phrase } from './phrase.ts';

/** The same where the text without a day is the status of the membership. */
export type DatedHeadline = readonly [toItsEnd: Dated[0], beyond?: Dated[1]];

type Method = ExpiryFacts['paymentMethod'];

/** The sentences of a card. Each is whole; which of them are said is decided in `expiry-sentences.ts`. */
export interface ExpiryWords {
  readonly headlines: Readonly<Record<Exclude<MembershipState, 'lifetime' | 'on_hold'>, DatedHeadline>>;
  readonly forGood: string;
  readonly starts: (time: string, zone: string) => string;
  /** In place of the date that the headline names: `that date, 24:00 Beijing time`. */
  readonly thatDate: (zone: string) => string;
  readonly periodLasts: (until: Phrase) => Phrase;
  /** `at` is null where the headline names the date; `days` is negative when the charge is due already. */
  readonly charged: (days: number, at: Phrase | null, amount: string | null, method: Method) => Phrase;
  readonly cancelAnyTime: (keptUntil: Phrase | null) => Phrase;
  readonly cancelBy: (moment: DatePart, keptUntil: Phrase | null) => Phrase;
  readonly tooLate: string;
  readonly renewsByItself: string;
  /** `holder` is null for a reader who is the holder. */
  readonly turnedOff: Readonly<Record<RenewalOffFacts['by'], (day: DatePart, holder: string | null) => Phrase>>;
  readonly theMember: string;
  /** And nothing more is charged. */
  readonly asBeforeUntil: (until: Phrase) => Phrase;
  readonly noCharge: string;
  readonly bought: (interval: IntervalFacts | null) => string;
  /** @param mayCancel - where the law of the place has it canceled as well */
  readonly endsByItself: (mayCancel: boolean) => string;
  readonly haveUntil: (until: Phrase) => Phrase;
  readonly hasNoEnd: string;
  readonly notCharged: (amount: string | null, method: Method) => string;
  readonly worksUntil: (until: Phrase) => Phrase;
  readonly payToKeep: string;
  readonly onHoldSince: (at: Phrase | null) => Phrase;
  readonly payToReturn: string;
  readonly pausedWithoutCharge: string;
  readonly resumesAt: (time: string, zone: string) => string;
  readonly endedAt: (at: Phrase) => Phrase;
  readonly wasOneOff: string;
  readonly revoked: Readonly<Partial<Record<ExpiryFacts['payment'], string>>>;
  readonly revokedEarly: string;
}

/** The sentences of canceling and of turning renewal back on. */
export interface FlowWords {
  /** `39 days left` */
  readonly daysLeft: (days: number) => string;
  readonly untilTitle: Dated;
  /** `at` is given where access ends at some time of a day. */
  readonly keepsWorking: (left: string | null, zone: string, at: Phrase | null) => Phrase;
  readonly fromTitle: (day: DatePart | null) => Phrase;
  readonly notTaken: (amount: string | null, endsAt: DatePart | null) => Phrase;
  /** What never renewed is canceled as well where the law wants it. */
  readonly canceled: (planName: string, kind: MembershipKind) => Dated;
  readonly willBeCharged: (price: string | null, at: Phrase | null, method: Method) => Phrase;
  readonly resumed: (planName: string) => Dated;
  readonly withdrawBy: (at: Phrase) => Phrase;
  /** What was asked for; `at` is null when it is not known. */
  readonly asked: Readonly<Record<MembershipCommand, (at: Phrase | null) => Phrase>>;
  /** After it: not confirmed yet, goes on by itself, a receipt follows. */
  readonly waiting: string;
  /** In the place of the button: what is true of the end, by why renewal cannot be canceled. */
  readonly insteadTitle: Readonly<Record<RefusalCode, Dated>>;
  /** Where the reason alone would not say enough. `at` is null for what never ends. */
  readonly insteadText: Readonly<Partial<Record<RefusalCode, (at: Phrase | null, owesPayment: boolean) => Phrase>>>;
}

/** The sentences of the timeline. */
export interface TimelineWords {
  readonly since: (day: DatePart) => Phrase;
  readonly period: (from: DatePart, to: DatePart, left: string) => Phrase;
  readonly thenRenews: (until: DatePart) => Phrase;
  readonly thenEnds: string;
}

/** How one language says a price with its interval. */
export type PriceWords = Readonly<Record<MembershipKind, (amount: string, interval: IntervalFacts) => string>>;

/** The texts of a catalog that are given as they are. */
export type GivenTexts = Omit<Catalog, keyof ComposedTexts | 'language.tag'>;

/** The texts of a catalog that are composed of the words of a language. */
export type ComposedTexts = Pick<
  Catalog,
  | `date.${'day' | 'short' | 'moment' | 'end'}`
  | `cancel.${'until' | 'from'}.${'title' | 'text'}`
  | `instead.${'title' | 'text'}`
  | 'pending.text'
  | 'withdraw.until'
  | 'cancel.done.title'
  | 'membership.price'
  | 'resume.text'
  | 'resume.done.title'
>;

/** All that one language gives for canceling and turning renewal back on. */
export interface Words extends FlowWords {
  readonly noEnd: string;
  readonly price: PriceWords;
}

/** All that one language gives for the cards. */
export interface CardWords extends ExpiryWords, TimelineWords, Pick<FlowWords, 'daysLeft'> {
  /** What stands between two sentences. */
  readonly gap: string;
}

/** The texts of the cards that are given as they are. */
export type GivenCardTexts = Omit<CardTexts, `expiry.${'headline' | 'detail'}` | 'timeline.summary'>;
