import type { HostMember, PutMembership, Receipt, RenewalCommand, VerificationMethod } from '@leavewell/contract';
import type { Message } from './message-sender.ts';

/** A member of a tenant, as the host last described them. */
export interface MemberRecord extends HostMember {
  readonly tenantId: string;
}

/** A membership as stored: the host's declaration, a version, and what our own commands left. */
export interface MembershipRecord extends PutMembership {
  readonly tenantId: string;
  readonly id: string;
  /** 1 at first; rises by one with every write. */
  readonly version: number;
  readonly receiptId: string | null;
}

/**
 * One row per intent of a member, written before the provider is called. Unique twice: per tenant, member and
 * idempotency key, and per tenant and target, so that two clients cannot start the same change at once.
 */
export interface IntentRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly memberId: string;
  readonly idempotencyKey: string;
  /** Hash of operation, path and body, to tell a repeat from another request under the same key. */
  readonly requestHash: string;
  readonly membershipId: string;
  readonly command: RenewalCommand;
  /** Membership, command, period and version. */
  readonly target: string;
  readonly startedAt: string;
  readonly verifiedBy: VerificationMethod | null;
  /** Null until the outcome is known; then the exact answer that every repeat gets. */
  readonly answer: { readonly status: number; readonly body: string } | null;
}

/** A verification and, once passed, its proof. Secrets are hashes. Instants are ISO 8601 in UTC. */
export interface VerificationRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly memberId: string;
  readonly membershipId: string;
  readonly command: RenewalCommand;
  readonly method: VerificationMethod;
  readonly secretHash: string;
  readonly codeLength: number;
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

/** Something to do after a commit, written in the commit's own transaction. */
export interface OutboxRecord {
  readonly tenantId: string;
  readonly id: string;
  readonly message: Message;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly attempts: number;
  /** Null until it was done, or parked after too many tries. */
  readonly closedAt: string | null;
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

/** The rows, inside one transaction. `get` answers undefined for what is absent or of another tenant. */
export interface StoreRows {
  getMember(tenantId: string, id: string): Promise<MemberRecord | undefined>;
  putMember(member: MemberRecord): Promise<void>;

  getMembership(tenantId: string, id: string): Promise<MembershipRecord | undefined>;
  /** In order of id. */
  listMemberships(tenantId: string, filter: MembershipFilter): Promise<MembershipRecord[]>;
  /** Writes when the stored version is `record.version - 1` (absent counts as 0), else throws `version_conflict`. */
  putMembership(record: MembershipRecord): Promise<void>;

  findIntent(tenantId: string, memberId: string, idempotencyKey: string): Promise<IntentRecord | undefined>;
  findIntentByTarget(tenantId: string, target: string): Promise<IntentRecord | undefined>;
  /**
   * Throws `in_progress` when the key or the target is taken, `membership_not_found` for a membership that is not the
   * tenant's.
   */
  insertIntent(intent: IntentRecord): Promise<void>;
  /** Throws `version_conflict` when the intent is absent. */
  answerIntent(tenantId: string, id: string, answer: NonNullable<IntentRecord['answer']>): Promise<void>;
  /** Forgets an intent that came to nothing, so that it can be tried afresh. */
  deleteIntent(tenantId: string, id: string): Promise<void>;

  getVerification(tenantId: string, id: string): Promise<VerificationRecord | undefined>;
  /** The newest that is not closed, for one member, membership and command. */
  findOpenVerification(
    tenantId: string,
    of: Pick<VerificationRecord, 'memberId' | 'membershipId' | 'command'>,
  ): Promise<VerificationRecord | undefined>;
  findVerificationByProof(tenantId: string, proofHash: string): Promise<VerificationRecord | undefined>;
  /** Inserts or replaces. Throws `membership_not_found` for a membership that is not the tenant's. */
  putVerification(record: VerificationRecord): Promise<void>;

  getReceipt(tenantId: string, id: string): Promise<ReceiptRecord | undefined>;
  /** Throws `version_conflict` when the id is taken. */
  insertReceipt(record: ReceiptRecord): Promise<void>;

  /** Throws `version_conflict` when the id is taken. */
  addToOutbox(record: OutboxRecord): Promise<void>;
  /** Open rows of all tenants that are due at `now`, oldest first by `createdAt`. */
  dueOutbox(now: string, limit: number): Promise<OutboxRecord[]>;
  /** Replaces the row: another try later, or closed. Throws `version_conflict` when it is absent. */
  updateOutbox(record: OutboxRecord): Promise<void>;
}

/** Where the server keeps everything. Third-party stores are right when `storeContractSuite` passes. */
export interface Store {
  /**
   * Runs `work` in one serialised, atomic transaction; when it resolves, the rows survive the loss of the process.
   * When `work` rejects nothing is written and the rejection is passed on. Transactions are not nested.
   */
  transaction<T>(work: (rows: StoreRows) => Promise<T>): Promise<T>;
  /** Engine, place and durability, for the log at start. */
  describe(): string;
  close(): Promise<void>;
}
