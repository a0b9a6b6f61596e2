import type { RenewalCommand } from '@leavewell/contract';
import type { BillingConfirmation } from '../ports/billing-provider.ts';
import type { IntentRecord, MembershipRecord } from '../ports/store.ts';

/** What a member asks for. */
export interface RenewalOrder {
  readonly command: RenewalCommand;
  readonly membershipId: string;
  readonly proof: string | undefined;
}

/** An order and how its repeats are known. */
export interface KeyedOrder extends RenewalOrder {
  readonly idempotencyKey: string;
  /** Hash of the order, to tell a repeat from another order under the same key. */
  readonly requestHash: string;
}

/** An order that was accepted and written down; the company may have heard of it or not. */
export interface AcceptedOrder {
  readonly intent: IntentRecord;
  readonly record: MembershipRecord;
  /** Whether it was begun before, so that the company may have done it already. */
  readonly isRepeat: boolean;
}

/** An accepted order and what the company confirmed. */
export interface ConfirmedOrder extends AcceptedOrder {
  readonly confirmation: BillingConfirmation;
}
