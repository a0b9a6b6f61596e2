import type { FiledKind } from '../../ports/filed-record.ts';
import type {
  EventRecord,
  IntentRecord,
  MemberRecord,
  MembershipRecord,
  OutboxRecord,
  ReceiptRecord,
  VerificationRecord,
} from '../../ports/store.ts';
import type { JsonText } from './json-text.ts';

/** Every table begins with its tenant; `data` is what its record has beside the columns. */
interface TenantTable<Data> {
  tenant_id: string;
  id: string;
  data: JsonText<Data>;
}

type MembersTable = TenantTable<Omit<MemberRecord, 'tenantId' | 'id'>>;

interface MembershipsTable extends TenantTable<Omit<MembershipRecord, 'tenantId' | 'id' | 'version'>> {
  version: number;
  /** Copies out of `data`, to find by. */
  holder_id: string;
  account_id: string;
  provider: string;
  provider_reference: string | null;
  order_key: string | null;
}

/** What of an intent is kept in columns. */
type IntentColumns =
  | 'tenantId'
  | 'id'
  | 'memberId'
  | 'idempotencyKey'
  | 'membershipId'
  | 'target'
  | 'leasedUntil'
  | 'answer';

interface IntentsTable extends TenantTable<Omit<IntentRecord, IntentColumns>> {
  member_id: string;
  idempotency_key: string;
  membership_id: string;
  target: string;
  started_at_ms: number;
  leased_until: string;
  answer: JsonText<NonNullable<IntentRecord['answer']>> | null;
}

/** What of a verification is kept in columns. */
type VerificationColumns = 'tenantId' | 'id' | 'memberId' | 'membershipId' | 'command' | 'proofHash';

interface VerificationsTable extends TenantTable<Omit<VerificationRecord, VerificationColumns>> {
  member_id: string;
  membership_id: string;
  command: VerificationRecord['command'];
  proof_hash: string | null;
  /** Milliseconds since 1970, to sort by: instants as text do not sort when only some have milliseconds. */
  created_at_ms: number;
  is_open: 0 | 1;
}

interface ReceiptsTable extends TenantTable<Omit<ReceiptRecord, 'tenantId'>> {
  /** Copies out of `data`, to find and sort by. */
  member_id: string;
  account_id: string;
  membership_id: string;
  requested_at_ms: number;
}

interface OutboxTable extends TenantTable<Omit<OutboxRecord, 'tenantId' | 'id'>> {
  due_at_ms: number;
  is_open: 0 | 1;
}

interface EventsTable extends TenantTable<Omit<EventRecord, 'tenantId' | 'id'>> {
  occurred_at_ms: number;
  /** The membership's version, to sort by. */
  version: number;
  /** Null until it was first listed. */
  sequence: number | null;
}

/** Records that are found by id, member or membership only. */
interface FiledTable extends TenantTable<unknown> {
  kind: FiledKind;
  member_id: string | null;
  membership_id: string | null;
}

interface UsesTable {
  tenant_id: string;
  key: string;
  count: number;
  resets_at_ms: number;
}

/** The one table that belongs to no tenant: a notice comes before anybody knows whose it is. */
interface NoticesTable {
  provider: string;
  id: string;
  noted_at_ms: number;
}

/** The tables as the newest migration leaves them. */
export interface SqlTables {
  members: MembersTable;
  memberships: MembershipsTable;
  intents: IntentsTable;
  verifications: VerificationsTable;
  receipts: ReceiptsTable;
  outbox: OutboxTable;
  events: EventsTable;
  filed: FiledTable;
  uses: UsesTable;
  notices: NoticesTable;
}
