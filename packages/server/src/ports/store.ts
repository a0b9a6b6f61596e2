import type {
  BillingFacts,
  HostEvent,
  HostMember,
  Membership,
  PutMembership,
  Receipt,
  DeclarationRequest,
  MembershipCommand,
  RequestChannel,
  VerificationMethod,
  VerifiedAct,
} from '@leavewell/contract';
import type { FiledReads, FiledRows } from './filed-record.ts';
import type { Task } from './task.ts';

/** A member of a tenant, as the host last described them. */
export interface MemberRecord extends HostMember {
  readonly tenantId: string;
}

/** A membership as stored: the host's declaration, a version, and what our own commands left. */
export interface MembershipRecord extends Omit<PutMembership, 'facts'> {
  readonly tenantId: string;
  readonly id: string;
  /** 1 at first; rises by one with every write. */
  readonly version: number;
  readonly receiptId: string | null;
  /** A command the billing company has heard of and not confirmed; null when there is none. */
  readonly pendingCommand: Membership['pendingCommand'];
  readonly facts: BillingFacts;
}

/**
 * One row per intent of a member, written before the provider is called. Unique twice: per tenant, member and
 * idempotency key, and per tenant and target, so that two clients cannot start the same change at once. Whoever works on
 * it holds its lease, so that of many processes one calls the provider.
 */
export interface IntentRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly memberId: string;
  readonly idempotencyKey: string;
  /** Hash of command and membership, to tell a repeat from another request under the same key. */
  readonly requestHash: string;
  /** Hash of the proof that was used; a repeat gives the same one or none. */
  readonly proofHash: string | null;
  readonly membershipId: string;
  readonly command: MembershipCommand;
  /** Membership, command, period and version. */
  readonly target: string;
  readonly startedAt: string;
  /** Until then one process works on it and every other keeps away. Past when nobody does. */
  readonly leasedUntil: string;
  readonly verifiedBy: VerificationMethod | null;
  readonly channel: RequestChannel;
  /** The profile of the place whose law was followed. */
  readonly place: string;
  readonly declaration: DeclarationRequest | null;
  /** Null until the outcome is known; then the exact answer that every repeat gets. */
  readonly answer: { readonly status: number; readonly body: string } | null;
}

/** A verification and, once passed, its proof. Secrets are hashes. Instants are ISO 8601 in UTC. */
export interface VerificationRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly memberId: string;
  readonly membershipId: string;
  readonly command: VerifiedAct;
  readonly method: VerificationMethod;
  /** Of what the member was shown: the proof is void once that is no longer so. */
  readonly shownHash: string;
  /** What the verifier compares the answer with: a hash, or a challenge. */
  readonly secretHash: string;
  /** Null where no code is asked for. */
  readonly codeLength: number | null;
  /** Guesses at a secret of usual strength are counted over all of them. */
  readonly strength: 'usual' | 'high';
  readonly attemptsLeft: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly resendAt: string;
  /** Set when the code was right. */
  readonly proofHash: string | null;
  readonly proofExpiresAt: string | null;
  /** Set when the proof was used, or when a newer verification took its place. */
  readonly closedAt: string | null;
}

/** A task and when it is due. */
export interface OutboxRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly task: Task;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly attempts: number;
  /** Null until it was done, or parked after too many tries. */
  readonly closedAt: string | null;
  /** Whether it was given up: it failed at every try, and somebody has to look. */
  readonly isParked: boolean;
}

/** An event of one tenant. */
export interface EventRecord extends HostEvent {
  readonly tenantId: string;
}

/** An event and its place in the feed. */
export interface NumberedEvent extends EventRecord {
  /** 1 for the tenant's first; an event that is read later has a higher one. */
  readonly sequence: number;
}

/** How often something was done, in a window of time that began with the first. */
export interface Count {
  readonly count: number;
  /** When counting begins again. */
  readonly resetsAt: string;
}

/** What is counted: nothing in it is a secret or a person's number in the clear. */
export interface CountedUse {
  readonly tenantId: string;
  readonly key: string;
  readonly now: string;
  readonly windowSeconds: number;
}

/** A receipt and whose it is. */
export interface ReceiptRecord {
  readonly tenantId: string;
  readonly memberId: string;
  readonly accountId: string;
  readonly receipt: Receipt;
}

/** Which memberships a member may see: their own, and the whole account's with the right. */
export interface MembershipFilter {
  readonly memberId: string;
  /** Also every membership of this account; null for none. */
  readonly accountId: string | null;
  /** Only those whose id sorts after this. */
  readonly afterId: string | null;
  readonly limit: number;
}

/** Where a list of receipts is read on: after the one of this time and id. */
export interface ReceiptPlace {
  /** Milliseconds since 1970. */
  readonly requestedAt: number;
  readonly id: string;
}

/** Which receipts: of commands on the memberships that a member may see. */
export interface ReceiptFilter {
  readonly memberId: string;
  /** Also every receipt of this account; null for none. */
  readonly accountId: string | null;
  /** Only those of one membership; null for any. */
  readonly membershipId: string | null;
  readonly after: ReceiptPlace | null;
  readonly limit: number;
}

/** What can be read. `get` answers undefined for what is absent or of another tenant. */
export interface StoreReads extends FiledReads {
  getMember(tenantId: string, id: string): Promise<MemberRecord | undefined>;
  getMembership(tenantId: string, id: string): Promise<MembershipRecord | undefined>;
  /** In order of id. */
  listMemberships(tenantId: string, filter: MembershipFilter): Promise<MembershipRecord[]>;
  /** The memberships of every tenant that stand on one subscription of a billing company, in order of tenant and id. */
  findByReference(provider: string, reference: string): Promise<Pick<MembershipRecord, 'tenantId' | 'id'>[]>;
  /** The memberships of one tenant with an order number, upper and lower case alike, in order of id; at most ten. */
  findByOrderNumber(tenantId: string, orderNumber: string): Promise<MembershipRecord[]>;
  findIntent(tenantId: string, memberId: string, idempotencyKey: string): Promise<IntentRecord | undefined>;
  /** The intent on a membership that is not answered yet, the oldest when there are several. */
  findOpenIntent(tenantId: string, membershipId: string): Promise<IntentRecord | undefined>;
  getVerification(tenantId: string, id: string): Promise<VerificationRecord | undefined>;
  /** The newest that is not closed, for one member, membership and command. */
  findOpenVerification(
    tenantId: string,
    of: Pick<VerificationRecord, 'memberId' | 'membershipId' | 'command'>,
  ): Promise<VerificationRecord | undefined>;
  findVerificationByProof(tenantId: string, proofHash: string): Promise<VerificationRecord | undefined>;
  getReceipt(tenantId: string, id: string): Promise<ReceiptRecord | undefined>;
  /** The newest first; of one moment, in order of id. */
  listReceipts(tenantId: string, filter: ReceiptFilter): Promise<ReceiptRecord[]>;
  getOutbox(tenantId: string, id: string): Promise<OutboxRecord | undefined>;
  /** Open rows of all tenants that are due at `now`, those that have waited longest first. */
  dueOutbox(now: string, limit: number): Promise<OutboxRecord[]>;
  getEvent(tenantId: string, id: string): Promise<EventRecord | undefined>;
}

/** The rows, inside one transaction. */
export interface StoreRows extends StoreReads, FiledRows {
  putMember(member: MemberRecord): Promise<void>;

  /** Writes when the stored version is `record.version - 1` (absent counts as 0), else throws `version_conflict`. */
  putMembership(record: MembershipRecord): Promise<void>;

  /**
   * Throws `in_progress` when the key or the target is taken, `membership_not_found` for a membership that is not the
   * tenant's.
   */
  insertIntent(intent: IntentRecord): Promise<void>;
  /** Takes or gives back the lease. Throws `version_conflict` when the intent is absent. */
  leaseIntent(tenantId: string, id: string, leasedUntil: string): Promise<void>;
  /** Throws `version_conflict` when the intent is absent, answered already, or under another lease than this. */
  answerIntent(
    intent: Pick<IntentRecord, 'tenantId' | 'id' | 'leasedUntil'>,
    answer: NonNullable<IntentRecord['answer']>,
  ): Promise<void>;
  /** Forgets an intent that came to nothing, so that it can be tried afresh. */
  deleteIntent(tenantId: string, id: string): Promise<void>;

  /** Inserts or replaces. Throws `membership_not_found` for a membership that is not the tenant's. */
  putVerification(record: VerificationRecord): Promise<void>;

  /** Throws `version_conflict` when the id is taken. */
  insertReceipt(record: ReceiptRecord): Promise<void>;

  /** Throws `version_conflict` when the id is taken. */
  addToOutbox(record: OutboxRecord): Promise<void>;
  /** Replaces the row: another try later, or closed. Throws `version_conflict` when it is absent. */
  updateOutbox(record: OutboxRecord): Promise<void>;

  /** Throws `version_conflict` when the id is taken. */
  addEvent(record: EventRecord): Promise<void>;
  /**
   * Events after a place in the tenant's feed, in order. Events get their place when they are first listed, so that one
   * whose transaction ended late never slips in behind a reader.
   */
  listEvents(tenantId: string, after: number, limit: number): Promise<NumberedEvent[]>;

  /** Counts one use more, in the window that runs or in a new one. */
  countUse(use: CountedUse): Promise<Count>;
  /** What was counted in the window that runs, without counting. */
  readCount(use: CountedUse): Promise<Count>;
  /** Begins counting afresh. */
  forgetUses(use: Pick<CountedUse, 'tenantId' | 'key'>): Promise<void>;

  /** Remembers a notice of a billing company for 30 days. False when it is known already. */
  noteWebhook(provider: string, id: string, now: string): Promise<boolean>;
}

/** Where the server keeps everything. Third-party stores are right when `storeContractSuite` passes. */
export interface Store {
  /**
   * Runs `work` in one atomic transaction; when it resolves, the rows survive the loss of the process. When `work`
   * rejects nothing is written and the rejection is passed on. Works that ask for or write the same row, or ask whether
   * there is one, run one after the other. Transactions are not nested. `work` may be run again from the start when it
   * was in another's way, so it does nothing but read and write rows.
   */
  transaction<T>(work: (rows: StoreRows) => Promise<T>): Promise<T>;
  /** Runs `work` on what is committed, each read by itself: cheaper than a transaction, and without its guarantees. */
  read<T>(work: (rows: StoreReads) => Promise<T>): Promise<T>;
  /** Engine, place and durability, for the log at start. */
  describe(): string;
  close(): Promise<void>;
}
