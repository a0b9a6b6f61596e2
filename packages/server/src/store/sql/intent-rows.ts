import type { Selectable, Updateable } from 'kysely';
import type { IntentRecord, StoreRows } from '../../ports/store.ts';
import { goneError, intentTakenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { requireMembership } from './membership-rows.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow(intent: IntentRecord): SqlTables['intents'] {
  const { tenantId, id, memberId, idempotencyKey, membershipId, target, leasedUntil, answer, ...rest } = intent;
  return {
    tenant_id: tenantId,
    id,
    member_id: memberId,
    idempotency_key: idempotencyKey,
    membership_id: membershipId,
    target,
    started_at_ms: Date.parse(rest.startedAt),
    leased_until: leasedUntil,
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
    leasedUntil: row.leased_until,
    answer: row.answer && fromJsonText(row.answer),
    ...fromJsonText(row.data),
  };
}

const byKey = prepareQuery((db, value) =>
  db
    .selectFrom('intents')
    .selectAll()
    .where('tenant_id', '=', value(0))
    .where('member_id', '=', value(1))
    .where('idempotency_key', '=', value(2)),
);

type IntentRows = Pick<
  StoreRows,
  'findIntent' | 'findOpenIntent' | 'insertIntent' | 'leaseIntent' | 'answerIntent' | 'deleteIntent'
>;

function update(
  scope: SqlScope,
  { tenantId, id }: Pick<IntentRecord, 'tenantId' | 'id'>,
  changes: Updateable<SqlTables['intents']>,
) {
  return scope
    .inTenant(tenantId)
    .updateTable('intents')
    .set(changes)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id);
}

/** Intents in SQL. */
export function intentRows(scope: SqlScope): IntentRows {
  return {
    findIntent: async (tenantId, memberId, idempotencyKey) => {
      scope.lock('intent', tenantId, memberId, idempotencyKey);
      const row = await byKey(scope.inTenant(tenantId), [tenantId, memberId, idempotencyKey]);
      return row && toRecord(row);
    },

    findOpenIntent: async (tenantId, membershipId) => {
      scope.lock('membership', tenantId, membershipId);
      const row = await scope
        .inTenant(tenantId)
        .selectFrom('intents')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('membership_id', '=', membershipId)
        .where('answer', 'is', null)
        .orderBy('started_at_ms')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row && toRecord(row);
    },

    // `do nothing` instead of a failing insert: a failure would end the whole transaction on PostgreSQL.
    insertIntent: async (intent) => {
      scope.lock('intent', intent.tenantId, intent.memberId, intent.idempotencyKey);
      const db = scope.inTenant(intent.tenantId);
      await requireMembership(db, intent.tenantId, intent.membershipId);
      const result = await db
        .insertInto('intents')
        .values(toRow(intent))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw intentTakenError();
    },

    leaseIntent: async (tenantId, id, leasedUntil) => {
      const changed = await update(scope, { tenantId, id }, { leased_until: leasedUntil }).executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw goneError('intent', id);
    },

    answerIntent: async (intent, answer) => {
      const changed = await update(scope, intent, { answer: toJsonText(answer) })
        .where('leased_until', '=', intent.leasedUntil)
        .where('answer', 'is', null)
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) throw goneError('open intent', intent.id);
    },

    deleteIntent: async (tenantId, id) => {
      await scope
        .inTenant(tenantId)
        .deleteFrom('intents')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
    },
  };
}
