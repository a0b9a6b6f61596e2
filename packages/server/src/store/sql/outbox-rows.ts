import type { OutboxRecord, StoreRows } from '../../ports/store.ts';
import { goneError, takenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow({ tenantId, id, ...rest }: OutboxRecord): SqlTables['outbox'] {
  return {
    tenant_id: tenantId,
    id,
    due_at_ms: Date.parse(rest.dueAt),
    is_open: rest.closedAt === null ? 1 : 0,
    data: toJsonText(rest),
  };
}

const byId = prepareQuery((db, value) =>
  db.selectFrom('outbox').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** The outbox in SQL. */
export function outboxRows(
  scope: SqlScope,
): Pick<StoreRows, 'getOutbox' | 'addToOutbox' | 'dueOutbox' | 'updateOutbox'> {
  return {
    getOutbox: async (tenantId, id) => {
      scope.lock('outbox', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && { tenantId, id, ...fromJsonText(row.data) };
    },

    addToOutbox: async (record) => {
      const result = await scope
        .inTenant(record.tenantId)
        .insertInto('outbox')
        .values(toRow(record))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError('outbox row', record.id);
    },

    dueOutbox: async (now, limit) => {
      const rows = await scope
        .acrossTenants()
        .selectFrom('outbox')
        .select(['tenant_id', 'id', 'data'])
        .where('is_open', '=', 1)
        .where('due_at_ms', '<=', Date.parse(now))
        .orderBy('due_at_ms')
        .orderBy('id')
        .orderBy('tenant_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ tenantId: row.tenant_id, id: row.id, ...fromJsonText(row.data) }));
    },

    updateOutbox: async (record) => {
      const result = await scope
        .inTenant(record.tenantId)
        .updateTable('outbox')
        .set(toRow(record))
        .where('tenant_id', '=', record.tenantId)
        .where('id', '=', record.id)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw goneError('outbox row', record.id);
    },
  };
}
