import type { Kysely, Selectable } from 'kysely';
import type { IntentRecord, StoreRows } from '../../ports/store.ts';
import { goneError, intentTakenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow(intent: IntentRecord): SqlTables['intents'] {
  const { tenantId, id, memberId, idempotencyKey, membershipId, target, answer, ...rest } = intent;
  return {
    tenant_id: tenantId,
    id,
    member_id: memberId,
    idempotency_key: idempotencyKey,
    membership_id: membershipId,
    target,
    answer: answer && toJsonText(answer),
    data: toJsonText(rest),
  };
}

function toRecord(row: Selectable<SqlTables['intents']>): IntentRecord {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    memberId: row.member_id,
    idempotencyKey: row.idempotency_key,
    membershipId: row.membership_id,
    target: row.target,
    answer: row.answer && fromJsonText(row.answer),
    ...fromJsonText(row.data),
  };
}

/** Intents in SQL. */
export function intentRows(
  db: Kysely<SqlTables>,
): Pick<StoreRows, 'findIntent' | 'findIntentByTarget' | 'insertIntent' | 'answerIntent' | 'deleteIntent'> {
  const ofTenant = (tenantId: string) => db.selectFrom('intents').selectAll().where('tenant_id', '=', tenantId);

  return {
    findIntent: async (tenantId, memberId, idempotencyKey) => {
      const row = await ofTenant(tenantId)
        .where('member_id', '=', memberId)
        .where('idempotency_key', '=', idempotencyKey)
        .executeTakeFirst();
      return row && toRecord(row);
    },

    findIntentByTarget: async (tenantId, target) => {
      const row = await ofTenant(tenantId).where('target', '=', target).executeTakeFirst();
      return row && toRecord(row);
    },

    // `do nothing` instead of a failing insert: a failure would end the whole transaction on PostgreSQL.
    insertIntent: async (intent) => {
      const result = await db
        .insertInto('intents')
        .values(toRow(intent))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw intentTakenError();
    },

    answerIntent: async (tenantId, id, answer) => {
      const result = await db
        .updateTable('intents')
        .set({ answer: toJsonText(answer) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw goneError('intent', id);
    },

    deleteIntent: async (tenantId, id) => {
      await db.deleteFrom('intents').where('tenant_id', '=', tenantId).where('id', '=', id).execute();
    },
  };
}
