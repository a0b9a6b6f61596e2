import type { DeclarationReceipt, SupportRequest, VerificationMethod } from '@leavewell/contract';

/** What every filed record has. Instants are ISO 8601 in UTC. */
interface Filed {
  readonly tenantId: string;
  readonly id: string;
  /** The member it belongs to; null where it belongs to nobody who is known. */
  readonly memberId: string | null;
  /** The membership it is about; null where none is known. A membership of the tenant, without a foreign key. */
  readonly membershipId: string | null;
  readonly at: string;
}

/** A way to verify that a member set up here. It counts while `usableSince` is set and `removedAt` is not. */
export interface FactorRecord extends Filed {
  readonly memberId: string;
  readonly method: VerificationMethod;
  readonly label: string;
  /** What the verifier of this method keeps, as JSON: a public key and a counter, a hash, a sealed secret. */
  readonly secret: string;
  /** Null while it is being set up. */
  readonly usableSince: string | null;
  readonly setupExpiresAt: string;
  readonly lastUsedAt: string | null;
  readonly removedAt: string | null;
}

/** A request that a person carries out. */
export interface SupportRequestRecord extends Filed {
  readonly request: SupportRequest;
  readonly message: string | null;
}

/** A declaration of a visitor without a login, as it arrived. */
export interface DeclarationRecord extends Filed {
  readonly receipt: DeclarationReceipt;
  /** What came of it: carried out, with its receipt; waiting for a code; or left to a person, because no contract fits. */
  readonly outcome: 'canceled' | 'withdrawn' | 'pending' | 'verifying' | 'for_a_person';
  readonly receiptId: string | null;
}

/** Why somebody left. Kept apart from who they are: neither member nor membership is named. */
export interface FeedbackRecord extends Filed {
  readonly memberId: null;
  readonly membershipId: null;
  readonly planId: string;
  readonly reason: string | null;
  readonly comment: string | null;
}

/** An offer that was made to a member, and what became of it. Its id names membership and period, so it is made once. */
export interface OfferRecord extends Filed {
  readonly memberId: string;
  readonly membershipId: string;
  /** The terms as they were shown, as JSON of the contract's `Offer`. */
  readonly terms: string;
  readonly decision: 'open' | 'accepted' | 'declined';
  readonly decidedAt: string | null;
}

/** That a receipt or another message was handed to the gateway, or was given up. */
export interface DeliveryRecord extends Filed {
  readonly kind: string;
  readonly channel: 'sms' | 'email';
  readonly receiptId: string | null;
  readonly outcome: 'delivered' | 'failed';
}

/** The kinds of records that are filed: found by id, by member or by membership, and by nothing else. */
export interface FiledRecords {
  readonly factor: FactorRecord;
  readonly support_request: SupportRequestRecord;
  readonly declaration: DeclarationRecord;
  readonly feedback: FeedbackRecord;
  readonly offer: OfferRecord;
  readonly delivery: DeliveryRecord;
}

/** The name of a kind. */
export type FiledKind = keyof FiledRecords;

/** Which records of one kind and tenant. */
export interface FiledFilter {
  readonly memberId?: string;
  readonly membershipId?: string;
  /** Only those whose id sorts after this. */
  readonly afterId?: string;
  readonly limit: number;
}

/** Reading what is filed. */
export interface FiledReads {
  /** Undefined for what is absent or of another tenant. */
  getFiled<Kind extends FiledKind>(kind: Kind, tenantId: string, id: string): Promise<FiledRecords[Kind] | undefined>;
  /** In order of id. */
  listFiled<Kind extends FiledKind>(
    kind: Kind,
    tenantId: string,
    filter: FiledFilter,
  ): Promise<readonly FiledRecords[Kind][]>;
}

/** Writing what is filed. */
export interface FiledRows extends FiledReads {
  /** Throws `version_conflict` when the id is taken. */
  insertFiled<Kind extends FiledKind>(kind: Kind, record: FiledRecords[Kind]): Promise<void>;
  /** Inserts or replaces. */
  putFiled<Kind extends FiledKind>(kind: Kind, record: FiledRecords[Kind]): Promise<void>;
}
