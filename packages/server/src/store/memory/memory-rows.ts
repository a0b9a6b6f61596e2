import type {
  IntentRecord,
  MemberRecord,
  MembershipRecord,
  OutboxRecord,
  ReceiptPlace,
  ReceiptRecord,
  StoreRows,
  VerificationRecord,
} from '../../ports/store.ts';
import { mostByOrderNumber, orderKey } from '../order-key.ts';
import {
  foreignMembershipError,
  goneError,
  intentTakenError,
  staleVersionError,
  takenError,
} from '../store-errors.ts';
import { memoryEvents } from './memory-events.ts';
import { memoryFiled } from './memory-filed.ts';
import { memoryNotices } from './memory-notices.ts';
import { createMemoryTable, type MemoryTable, type UndoLog } from './memory-table.ts';
import { memoryUses } from './memory-uses.ts';

const ascending = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
/** Instants are compared as numbers: as text, `00.5Z` sorts before `00Z`. */
const byTime = (a: string, b: string): number => ascending(Date.parse(a), Date.parse(b));
const byCreation = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number =>
  byTime(a.createdAt, b.createdAt) || ascending(a.id, b.id);

const byWait = (a: { dueAt: string; id: string }, b: { dueAt: string; id: string }): number =>
  byTime(a.dueAt, b.dueAt) || ascending(a.id, b.id);

type RowsOf<Method extends keyof StoreRows> = Pick<StoreRows, Method>;

function memberRows(members: MemoryTable<MemberRecord>): RowsOf<'getMember' | 'putMember'> {
  return {
    getMember: async (tenantId, id) => members.get(tenantId, id),
    putMember: async (member) => members.set(member),
  };
}

function membershipRows(
  memberships: MemoryTable<MembershipRecord>,
): RowsOf<'getMembership' | 'listMemberships' | 'findByReference' | 'findByOrderNumber' | 'putMembership'> {
  return {
    getMembership: async (tenantId, id) => memberships.get(tenantId, id),
    listMemberships: async (tenantId, { memberId, accountId, afterId, limit }) =>
      memberships.select(
        (row) =>
          row.tenantId === tenantId &&
          (row.holder.id === memberId || row.account.id === accountId) &&
          (afterId === null || row.id > afterId),
        (a, b) => ascending(a.id, b.id),
        limit,
      ),
    findByReference: async (provider, reference) =>
      memberships
        .select(
          (row) => row.provider === provider && row.providerReference === reference,
          (a, b) => ascending(a.tenantId, b.tenantId) || ascending(a.id, b.id),
          Number.POSITIVE_INFINITY,
        )
        .map(({ tenantId, id }) => ({ tenantId, id })),
    findByOrderNumber: async (tenantId, orderNumber) =>
      memberships.select(
        (row) => row.tenantId === tenantId && row.orderNumber !== null && orderKey(row.orderNumber) === orderKey(orderNumber),
        (a, b) => ascending(a.id, b.id),
        mostByOrderNumber,
      ),
    putMembership: async (record) => {
      const stored = memberships.get(record.tenantId, record.id)?.version ?? 0;
      if (stored !== record.version - 1) throw staleVersionError(record.id, record.version);
      memberships.set(record);
    },
  };
}

/** Refuses a row that names a membership its tenant does not have, as the foreign keys of the SQL store do. */
type RequireMembership = (row: { readonly tenantId: string; readonly membershipId: string }) => void;

function intentRows(
  intents: MemoryTable<IntentRecord>,
  requireMembership: RequireMembership,
): RowsOf<'findIntent' | 'findOpenIntent' | 'insertIntent' | 'leaseIntent' | 'answerIntent' | 'deleteIntent'> {
  const isTakenBy = (intent: IntentRecord) => (row: IntentRecord) =>
    row.tenantId === intent.tenantId &&
    (row.id === intent.id ||
      row.target === intent.target ||
      (row.memberId === intent.memberId && row.idempotencyKey === intent.idempotencyKey));

  return {
    findIntent: async (tenantId, memberId, key) =>
      intents.find((row) => row.tenantId === tenantId && row.memberId === memberId && row.idempotencyKey === key),
    findOpenIntent: async (tenantId, membershipId) =>
      intents
        .select(
          (row) => row.tenantId === tenantId && row.membershipId === membershipId && row.answer === null,
          (a, b) => byTime(a.startedAt, b.startedAt) || ascending(a.id, b.id),
          1,
        )
        .at(0),
    insertIntent: async (intent) => {
      requireMembership(intent);
      if (intents.find(isTakenBy(intent)) !== undefined) throw intentTakenError();
      intents.set(intent);
    },
    leaseIntent: async (tenantId, id, leasedUntil) => {
      const intent = intents.get(tenantId, id);
      if (intent === undefined) throw goneError('intent', id);
      intents.set({ ...intent, leasedUntil });
    },
    answerIntent: async ({ tenantId, id, leasedUntil }, answer) => {
      const intent = intents.get(tenantId, id);
      if (intent?.leasedUntil !== leasedUntil || intent.answer !== null) throw goneError('open intent', id);
      intents.set({ ...intent, answer });
    },
    deleteIntent: async (tenantId, id) => intents.delete(tenantId, id),
  };
}

function verificationRows(
  verifications: MemoryTable<VerificationRecord>,
  requireMembership: RequireMembership,
): RowsOf<'getVerification' | 'findOpenVerification' | 'findVerificationByProof' | 'putVerification'> {
  return {
    getVerification: async (tenantId, id) => verifications.get(tenantId, id),
    findOpenVerification: async (tenantId, of) =>
      verifications
        .select(
          (row) =>
            row.tenantId === tenantId &&
            row.memberId === of.memberId &&
            row.membershipId === of.membershipId &&
            row.command === of.command &&
            row.closedAt === null,
          (a, b) => byCreation(b, a),
          1,
        )
        .at(0),
    findVerificationByProof: async (tenantId, proofHash) =>
      verifications.find((row) => row.tenantId === tenantId && row.proofHash === proofHash),
    putVerification: async (record) => {
      requireMembership(record);
      verifications.set(record);
    },
  };
}

function receiptRows(receipts: MemoryTable<ReceiptRecord>): RowsOf<'getReceipt' | 'listReceipts' | 'insertReceipt'> {
  const placeOf = ({ receipt }: ReceiptRecord) => ({ requestedAt: Date.parse(receipt.requestedAt), id: receipt.id });
  const byPlace = (a: ReceiptPlace, b: ReceiptPlace) =>
    ascending(b.requestedAt, a.requestedAt) || ascending(a.id, b.id);
  return {
    getReceipt: async (tenantId, id) => receipts.get(tenantId, id),
    listReceipts: async (tenantId, { memberId, accountId, membershipId, after, limit }) =>
      receipts.select(
        (row) =>
          row.tenantId === tenantId &&
          (row.memberId === memberId || row.accountId === accountId) &&
          (membershipId === null || row.receipt.membershipId === membershipId) &&
          (after === null || byPlace(after, placeOf(row)) < 0),
        (a, b) => byPlace(placeOf(a), placeOf(b)),
        limit,
      ),
    insertReceipt: async (record) => {
      if (receipts.has(record.tenantId, record.receipt.id)) throw takenError('receipt', record.receipt.id);
      receipts.set(record);
    },
  };
}

function outboxRows(
  outbox: MemoryTable<OutboxRecord>,
): RowsOf<'getOutbox' | 'addToOutbox' | 'dueOutbox' | 'updateOutbox'> {
  return {
    getOutbox: async (tenantId, id) => outbox.get(tenantId, id),
    addToOutbox: async (record) => {
      if (outbox.has(record.tenantId, record.id)) throw takenError('outbox row', record.id);
      outbox.set(record);
    },
    dueOutbox: async (now, limit) =>
      outbox.select((row) => row.closedAt === null && Date.parse(row.dueAt) <= Date.parse(now), byWait, limit),
    updateOutbox: async (record) => {
      if (!outbox.has(record.tenantId, record.id)) throw goneError('outbox row', record.id);
      outbox.set(record);
    },
  };
}

/** Empty tables and everything that can be done with them; every write leaves its way back in `undo`. */
export function createMemoryRows(undo: UndoLog): StoreRows {
  const keyed = (row: { tenantId: string; id: string }): string[] => [row.tenantId, row.id];
  const memberships = createMemoryTable<MembershipRecord>(undo, keyed);
  const requireMembership: RequireMembership = ({ tenantId, membershipId }) => {
    if (!memberships.has(tenantId, membershipId)) throw foreignMembershipError();
  };
  return {
    ...memberRows(createMemoryTable<MemberRecord>(undo, keyed)),
    ...membershipRows(memberships),
    ...intentRows(createMemoryTable<IntentRecord>(undo, keyed), requireMembership),
    ...verificationRows(createMemoryTable<VerificationRecord>(undo, keyed), requireMembership),
    ...receiptRows(createMemoryTable<ReceiptRecord>(undo, (row) => [row.tenantId, row.receipt.id])),
    ...outboxRows(createMemoryTable<OutboxRecord>(undo, keyed)),
    ...memoryEvents(undo),
    ...memoryUses(undo),
    ...memoryNotices(undo),
    ...memoryFiled(undo),
  };
}
