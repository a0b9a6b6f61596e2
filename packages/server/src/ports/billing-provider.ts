import type { BillingFacts } from '@leavewell/contract';

/** What a provider needs to find one subscription. */
export interface BillingSubject {
  readonly tenantId: string;
  readonly membershipId: string;
  readonly timeZone: string;
  /** The company's identifier; null when the host keeps its own ledger. */
  readonly reference: string | null;
  /** The facts as last stored; the ledger's only source. */
  readonly facts: BillingFacts;
}

/** A command as a provider gets it. `intentId` is the same on every try: use it as the company's idempotency key. */
export interface BillingCommand {
  readonly intentId: string;
  readonly by: 'member' | 'administrator';
  readonly at: Date;
}

/** What the company confirmed. */
export interface BillingConfirmation {
  readonly facts: BillingFacts;
  /** The company's reference of the change or of the request, for the receipt. */
  readonly reference: string | null;
}

/** One charge of a subscription, and what went back. Money is in minor units. */
export interface BillingOrder {
  /** The company's identifier of the invoice or transaction. */
  readonly reference: string;
  /** The number people see on it, when there is one. */
  readonly number: string | null;
  readonly status: 'open' | 'paid' | 'failed' | 'refunded' | 'partially_refunded' | 'void';
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly createdAt: string;
  readonly periodStartsAt: string | null;
  readonly periodEndsAt: string | null;
  readonly refunds: readonly BillingRefund[];
}

/** Money that went back, or is on its way. */
export interface BillingRefund {
  readonly reference: string;
  readonly status: 'pending' | 'sent' | 'failed';
  readonly amount: number;
  readonly createdAt: string;
}

/** A subscription as the company lists it. */
export interface BillingSubscription {
  /** What a membership keeps as `providerReference`. */
  readonly reference: string;
  readonly facts: BillingFacts;
}

/** A notice of the company, verified: a reason to ask again, and nothing more. */
export interface BillingNotice {
  /** The company's identifier of the notice; the same on every delivery. */
  readonly id: string;
  /** The subscriptions it is about; none when it is about something else. */
  readonly references: readonly string[];
}

/**
 * A billing company, or the host's own ledger. Commands name the state they reach: calling one on a subscription that
 * is already there changes nothing and confirms it. A company that cannot be reached, or that does not answer in its
 * own words, throws `provider_unavailable`; a subscription it does not have throws `subscription_missing`; what it
 * will not do throws `provider_refused`. Nothing is tried again inside: the caller reads first.
 * Third-party providers are right when `providerContractSuite` passes.
 */
export interface BillingProvider {
  readonly name: string;
  /** What stored facts mean at `now`, without asking anyone: the ledger renews here. */
  current(subject: BillingSubject, now: Date): BillingFacts;
  /** Asks the company for the facts. */
  read(subject: BillingSubject, now: Date): Promise<BillingFacts>;
  cancelRenewal(subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
  resumeRenewal(subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
  /**
   * Undoes the purchase: ends the subscription at once and sends the newest charge back in full, by the means it came
   * (CRD 2011/83, article 13). The confirmed facts have `endedAt`.
   */
  withdraw(subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
  /** Charges of a subscription with their refunds, newest first. Absent when nobody but the host knows them. */
  orders?(subject: BillingSubject): Promise<readonly BillingOrder[]>;
  /** The subscriptions of one customer of the company, for a host that declares its memberships from there. */
  list?(customer: string, now: Date): Promise<readonly BillingSubscription[]>;
  /**
   * Checks a notice byte for byte (signature and age) and says what it is about. Throws `webhook_invalid`. Absent when
   * nobody sends any.
   */
  notice?(body: string, headers: Headers, now: Date): Promise<BillingNotice>;
}
