import type { Dated } from '../dated.ts';
import type { IntervalFacts, MembershipKind } from '../membership-facts.ts';
import type { DatePart, Phrase } from '../phrase.ts';
import type { ContactFacts, DeclarationFacts, ReceiptChannel, ReceiptCommand, VerifiedBy } from './receipt-facts.ts';

/** Every line that a receipt may have, in the order in which they are read. */
export const receiptFields = [
  'accessUntil',
  'exactEnd',
  'lastDay',
  'nextCharge',
  'priceNotTaken',
  'price',
  'furtherCharges',
  'refund',
  'resume',
  'plan',
  'account',
  'order',
  'membership',
  'requestedBy',
  'canceledAt',
  'resumedAt',
  'withdrawnAt',
  'verifiedBy',
  'declaredKind',
  'declaredReason',
  'declaredName',
  'declaredContract',
  'declaredEnd',
  'declaredEmail',
  'place',
  'providerReference',
  'contact',
  'reference',
] as const;

/** The name of a line. */
export type ReceiptField = (typeof receiptFields)[number];

/** What one language says in receipts. Sentences are whole; which of them are said is decided in `receipt-lines.ts`. */
export interface ReceiptWords {
  /** What the file is. */
  readonly title: Readonly<Record<ReceiptCommand, string>>;
  /** The first sentence: what took effect. */
  readonly done: Readonly<Record<ReceiptCommand, (planName: string, kind: MembershipKind) => Dated>>;
  /** The end of access, and that nothing is charged after it, or only what is owed. */
  readonly nothingMore: (end: Phrase | null, paymentOwed: boolean) => Phrase;
  readonly labels: Readonly<Record<ReceiptField, string>>;
  /** A moment and its zone, or day and zone. */
  readonly at: (moment: DatePart, zone: string) => Phrase;
  /** The same where the offset has to be told apart; it is null where the zone's name has said it. */
  readonly moment: (moment: string, zone: string, offset: string | null) => string;
  /** In the place of a date where there is no end. */
  readonly noEnd: string;
  readonly price: (amount: string, interval: IntervalFacts) => string;
  /** The line of further charges: none, or only what is owed. `after` is the last day, when known. */
  readonly noFurtherCharge: Readonly<Record<'renewal' | 'owed' | 'undone', (after: DatePart | null) => Phrase>>;
  readonly refund: (amount: string, by: DatePart) => Phrase;
  readonly noRefund: string;
  /** `until` is null where it has to be bought anew. */
  readonly resume: (until: Phrase | null) => Phrase;
  /** What the member confirmed it with. */
  readonly verifiedBy: Readonly<Record<VerifiedBy, string>>;
  /** Why nothing was asked for. */
  readonly unverified: Readonly<Record<ReceiptChannel, string>>;
  readonly declaredKind: Readonly<Record<NonNullable<DeclarationFacts['terminationKind']>, string>>;
  readonly earliestEnd: string;
  readonly contact: Readonly<Record<ContactFacts['kind'], (value: string) => string>>;
  /** Where the host names nobody. */
  readonly noContact: string;
  /** Between two ways to reach somebody. */
  readonly separator: string;
  readonly row: (label: string, value: string) => string;
  /** The entry in a calendar, on the last day or on the day a refund is due. */
  readonly calendar: Readonly<Record<ReceiptCommand, (planName: string) => string>>;
}
