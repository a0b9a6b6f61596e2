/** The one derived word of a membership that a page shows. */
export type MembershipState =
  | 'upcoming'
  | 'trialing'
  | 'renewing'
  | 'ending'
  | 'fixed_term'
  | 'lifetime'
  | 'payment_problem'
  | 'on_hold'
  | 'paused'
  | 'expired'
  | 'revoked';

/** The commands on a membership. */
export type MembershipCommand = 'cancelRenewal' | 'resumeRenewal' | 'withdraw';

/** Whether it renews, was bought once for a time, or has no end. */
export type MembershipKind = 'recurring' | 'fixed_term' | 'lifetime';

/** An amount in integer minor units (cents, fen, whole yen) of an ISO 4217 currency. */
export interface MoneyFacts {
  readonly amount: number;
  readonly currency: string;
}

/** How often a price is charged, or how long a one-off lasts: `count` units. */
export interface IntervalFacts {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

/** A price and, for what renews or was bought for a time, its interval. */
export interface PriceFacts extends MoneyFacts {
  readonly interval: IntervalFacts | null;
}

/** When access ends. A membership and a receipt both say it. */
export interface EndFacts {
  /** IANA name; `lastDay` is a day in this zone. */
  readonly timeZone: string;
  /** ISO 8601 UTC; null when it never ends. */
  readonly accessEndsAt: string | null;
  /** The last full day of access as the server computed it, `2026-12-31`; it is never computed again here. */
  readonly lastDay: string | null;
}

/** When access ends, and when the next charge is taken if that can be named. A membership and a receipt both say it. */
export interface RenewalFacts extends EndFacts {
  readonly nextChargeAt: string | null;
}

/** Who switched renewal off, and when (ISO 8601 UTC). */
export interface RenewalOffFacts {
  readonly by: 'member' | 'administrator' | 'host' | 'provider' | 'payment_failure';
  readonly at: string;
}

/** What the sentences about one membership need; a membership of the contract fits. Every `…At` is ISO 8601 UTC. */
export interface ExpiryFacts extends RenewalFacts {
  readonly state: MembershipState;
  readonly kind: MembershipKind;
  readonly access: 'pending' | 'granted' | 'grace' | 'suspended' | 'ended';
  readonly renewal: 'on' | 'off' | 'paused' | 'not_applicable';
  readonly renewalOff: RenewalOffFacts | null;
  readonly payment: 'ok' | 'trial' | 'past_due' | 'unpaid' | 'refunded' | 'disputed';
  /** The server's time; relative days are counted from it, never from the reader's clock. */
  readonly asOf: string;
  readonly startsAt: string;
  readonly periodStartsAt: string;
  /** The last moment at which canceling prevents the next charge. */
  readonly cancelBy: string | null;
  /** The last full day after the next charge. */
  readonly nextLastDay: string | null;
  readonly endedAt: string | null;
  readonly resumesAt: string | null;
  readonly price: PriceFacts | null;
  readonly paymentMethod: { readonly brand: string; readonly last4: string | null } | null;
  /** Without it, canceling is taken to be allowed. */
  readonly actions?: { readonly cancelRenewal: { readonly allowed: boolean } };
  /** A command that was sent and is not confirmed yet. */
  readonly pendingCommand?: PendingFacts['pendingCommand'];
  readonly holder?: { readonly name: string };
  /** Set it to false for a reader who is not the holder, so that "You canceled" becomes the holder's name. */
  readonly readByHolder?: boolean;
}

/** What is said where renewal cannot be canceled; a membership of the contract fits. */
export type InsteadFacts = EndFacts & Pick<ExpiryFacts, 'payment'>;

/** What is said before renewal is turned back on; a membership of the contract fits. */
export type ResumeFacts = RenewalFacts & Pick<ExpiryFacts, 'payment' | 'price' | 'paymentMethod'>;

/** A command that waits for the billing company; a membership of the contract fits. */
export interface PendingFacts extends EndFacts {
  readonly pendingCommand: { readonly command: MembershipCommand; readonly since: string } | null;
}

/** Until when a purchase can be undone; a membership of the contract fits. */
export interface WithdrawFacts extends EndFacts {
  /** ISO 8601 UTC: the end of the last day for it; null where it cannot be. */
  readonly withdrawBy: string | null;
}

/** What canceling would do; a cancel preview of the contract fits. */
export interface CancelFacts {
  readonly membership: EndFacts & Pick<ExpiryFacts, 'asOf'>;
  /** The day after the last full day. */
  readonly firstDayWithout: string | null;
  readonly chargeStopped: MoneyFacts | null;
}
