import type { ExpiryFacts, MembershipKind, MembershipState } from './membership-facts.ts';
import type { Phrase } from './phrase.ts';

/** The short text of a badge, by state. */
type StatusTexts = Readonly<Record<`status.${MembershipState}`, string>>;
/** What the state means, in at most 60 words (120 characters in Chinese). */
type HelpTexts = Readonly<Record<`help.${MembershipState}`, string>>;
/** The badge of the kind, so that a one-off is never taken for a subscription. */
type KindTexts = Readonly<Record<`kind.${MembershipKind}`, string>>;
/** The headings and sentences about one membership. */
interface MembershipTexts {
  /** The biggest words of a card: `Renews on 31 December 2026`. */
  readonly 'expiry.headline': (membership: ExpiryFacts) => Phrase;
  /** What will or will not be charged, when, and to what, with the exact moment and its zone. */
  readonly 'expiry.detail': (membership: ExpiryFacts) => Phrase;
  /** `Order 2026-0117-3391` */
  readonly 'membership.order': (number: string) => string;
  readonly 'membership.benefits': string;
  /** The summary that opens the help text of the state. */
  readonly 'membership.help': string;
  readonly 'timeline.today': string;
  /** What the timeline shows, in one text for those who do not see it. */
  readonly 'timeline.summary': (membership: ExpiryFacts) => string;
}

/** What surrounds the memberships. */
interface CenterTexts {
  readonly 'center.title': string;
  readonly 'center.empty': string;
  readonly 'center.more': string;
  readonly 'role.administrator': string;
  readonly 'action.dismiss': string;
}

/** The texts of one language for showing memberships, by a stable id; they stand beside those of `Catalog`. */
export interface CardTexts extends StatusTexts, HelpTexts, KindTexts, MembershipTexts, CenterTexts {}
