import type { EndView } from '../end-view.ts';
import type { Phrase } from '../phrase.ts';
import type { RenewalCommand } from '../membership-facts.ts';
import type { ReceiptFacts } from './message.ts';

/** The lines of a receipt that only messages have; the others are in the catalog. */
type ReceiptLabel =
  | 'plan'
  | 'account'
  | 'order'
  | 'requestedBy'
  | 'nextCharge'
  | 'price'
  | 'priceNotTaken'
  | 'verifiedBy'
  | 'providerReference';

/** That a command came to nothing. */
interface FailedWords {
  readonly subject: (planName: string) => string;
  /** @param asked - the moment at which it was asked for */
  readonly lines: (planName: string, asked: string) => readonly string[];
}

/** What one language says in messages beside its catalog. */
export interface MessageWords {
  /** The SMS that carries a code. */
  readonly code: Readonly<Record<RenewalCommand, (code: string, planName: string, minutes: number) => string>>;
  readonly subject: Readonly<Record<RenewalCommand, (planName: string, end: EndView) => Phrase>>;
  /** What was asked for and did not happen, how things stand now, and what to do. */
  readonly failed: Readonly<Record<RenewalCommand, FailedWords>>;
  readonly greeting: (name: string) => string;
  /** The end of access, and that nothing is charged after it, or only what is owed. */
  readonly nothingMore: (end: Phrase | null, paymentOwed: boolean) => Phrase;
  /** `offset` is null where the zone's name has said it. */
  readonly moment: (moment: string, zone: string, offset: string | null) => string;
  readonly labels: Readonly<Record<ReceiptLabel, string>>;
  /** What the member confirmed it with. */
  readonly verifiedBy: Readonly<Record<NonNullable<ReceiptFacts['verifiedBy']>, string>>;
  readonly row: (label: string, value: string) => string;
  readonly notYou: string;
}
