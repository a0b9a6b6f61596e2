import type { DeclarationRequest, MembershipCommand, RequestChannel } from '@leavewell/contract';
import type { IntentRecord, MembershipRecord } from '../ports/store.ts';

/** What a member asks for. */
export interface RenewalOrder {
  readonly command: MembershipCommand;
  readonly membershipId: string;
  readonly proof: string | undefined;
  readonly channel: RequestChannel;
  readonly declaration: DeclarationRequest | null;
}

/** An order, how its repeats are known, and what the member had before their eyes. */
export interface KeyedOrder extends RenewalOrder {
  readonly idempotencyKey: string;
  /** Hash of command and membership, to tell a repeat from another order under the same key. */
  readonly requestHash: string;
  readonly proofHash: string | null;
  /** The entity tags that the membership may have; null when the caller names none. */
  readonly ifMatch: readonly string[] | null;
}

/** An order that was accepted and written down; its lease is ours, and the company may have heard of it or not. */
export interface AcceptedOrder {
  readonly intent: IntentRecord;
  readonly record: MembershipRecord;
  /** Whether it was begun before and not brought to an end, so that the company may have done it already. */
  readonly mayHaveHappened: boolean;
}
