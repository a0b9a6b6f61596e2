import type { Kysely } from 'kysely';
import type { EventRecord, NumberedEvent, StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow({ tenantId, id, ...rest }: EventRecord): SqlTables['events'] {
  return {
    tenant_id: tenantId,
    id,
    occurred_at_ms: Date.parse(rest.occurredAt),
    version: rest.data.version,
    sequence: null,
    data: toJsonText(rest),
  };
}

async function page(db: Kysely<SqlTables>, tenantId: string, after: number, limit: number): Promise<NumberedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['id', 'sequence', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, sequence, data }) =>
    sequence === null ? [] : [{ tenantId, id, ...fromJsonText(data), sequence }],
  );
}

/** Gives the next places to events that have none, in the order in which they happened; answers to how many. */
async function numberNext(db: Kysely<SqlTables>, tenantId: string, count: number): Promise<bigint> {
  const result = await db
    .with('unseen', (query) =>
      query
        .selectFrom('events')
        .select(({ fn }) => [
          'id as unseen_id',
          fn
            .agg<number>('row_number')
            .over((over) => over.orderBy('occurred_at_ms').orderBy('version').orderBy('id'))
            .as('place'),
        ])
        .where('tenant_id', '=', tenantId)
        .where('sequence', 'is', null)
        .orderBy('place')
        .limit(count),
    )
    .with('last', (query) =>
      query
        .selectFrom('events')
        .select(({ fn, val }) => fn.coalesce(fn.max('sequence'), val(0)).as('place'))
        .where('tenant_id', '=', tenantId),
    )
    .updateTable('events')
    .from(['unseen', 'last'])
    .set(({ eb, ref }) => ({ sequence: eb(ref('last.place'), '+', ref('unseen.place')) }))
    .where('tenant_id', '=', tenantId)
    .whereRef('id', '=', 'unseen_id')
    .executeTakeFirst();
  return result.numUpdatedRows;
}

const byId = prepareQuery((db, value) =>
  db.selectFrom('events').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** Events in SQL. */
export function eventRows(scope: SqlScope): Pick<StoreRows, 'getEvent' | 'addEvent' | 'listEvents'> {
  return {
    getEvent: async (tenantId, id) => {
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && { tenantId, id, ...fromJsonText(row.data) };
    },

    addEvent: async (record) => {
      const result = await scope
        .inTenant(record.tenantId)
        .insertInto('events')
        .values(toRow(record))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError('event', record.id);
    },

    listEvents: async (tenantId, after, limit) => {
      scope.lock('events', tenantId);
      const db = scope.inTenant(tenantId);
      const numbered = await page(db, tenantId, after, limit);
      if (numbered.length === limit) return numbered;
      const added = await numberNext(db, tenantId, limit - numbered.length);
      return added === 0n ? numbered : page(db, tenantId, after, limit);
    },
  };
}
