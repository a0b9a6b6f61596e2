import type { Selectable } from 'kysely';
import type { StoreRows, VerificationRecord } from '../../ports/store.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { requireMembership } from './membership-rows.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow(record: VerificationRecord): SqlTables['verifications'] {
  const { tenantId, id, memberId, membershipId, command, proofHash, ...rest } = record;
  return {
    tenant_id: tenantId,
    id,
    member_id: memberId,
    membership_id: membershipId,
    command,
    proof_hash: proofHash,
    created_at_ms: Date.parse(rest.createdAt),
    is_open: rest.closedAt === null ? 1 : 0,
    data: toJsonText(rest),
  };
}

function toRecord(row: Selectable<SqlTables['verifications']>): VerificationRecord {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    memberId: row.member_id,
    membershipId: row.membership_id,
    command: row.command,
    proofHash: row.proof_hash,
    ...fromJsonText(row.data),
  };
}

/** Verifications in SQL. */
export function verificationRows(
  scope: SqlScope,
): Pick<StoreRows, 'getVerification' | 'findOpenVerification' | 'findVerificationByProof' | 'putVerification'> {
  const ofTenant = (tenantId: string) =>
    scope.inTenant(tenantId).selectFrom('verifications').selectAll().where('tenant_id', '=', tenantId);

  return {
    getVerification: async (tenantId, id) => {
      scope.lock('verification', tenantId, id);
      const row = await ofTenant(tenantId).where('id', '=', id).executeTakeFirst();
      return row && toRecord(row);
    },

    findOpenVerification: async (tenantId, { memberId, membershipId, command }) => {
      scope.lock('open verification', tenantId, memberId, membershipId, command);
      const row = await ofTenant(tenantId)
        .where('member_id', '=', memberId)
        .where('membership_id', '=', membershipId)
        .where('command', '=', command)
        .where('is_open', '=', 1)
        .orderBy('created_at_ms', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toRecord(row);
    },

    findVerificationByProof: async (tenantId, proofHash) => {
      scope.lock('proof', tenantId, proofHash);
      const row = await ofTenant(tenantId).where('proof_hash', '=', proofHash).executeTakeFirst();
      return row && toRecord(row);
    },

    putVerification: async (record) => {
      scope.lock('verification', record.tenantId, record.id);
      const db = scope.inTenant(record.tenantId);
      await requireMembership(db, record.tenantId, record.membershipId);
      const row = toRow(record);
      await db
        .insertInto('verifications')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(row))
        .execute();
    },
  };
}
