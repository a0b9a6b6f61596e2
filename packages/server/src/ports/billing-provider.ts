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

/**
 * A billing company, or the host's own ledger. Commands name the state they reach: calling one on a subscription that
 * is already there changes nothing and confirms it. A company that cannot be reached throws `provider_unavailable`.
 */
export interface BillingProvider {
  readonly name: string;
  /** What stored facts mean at `now`, without asking anyone: the ledger renews here. */
  current(subject: BillingSubject, now: Date): BillingFacts;
  /** Asks the company for the facts. */
  read(subject: BillingSubject, now: Date): Promise<BillingFacts>;
  cancelRenewal(subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
  resumeRenewal(subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
}
