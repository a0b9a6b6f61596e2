import type { Kysely } from 'kysely';
import { formatInstant } from '../../calendar/instant.ts';
import type { Count, CountedUse, StoreRows } from '../../ports/store.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

const told = (count: number, resetsAtMs: number): Count => ({ count, resetsAt: formatInstant(new Date(resetsAtMs)) });

/** Goes on counting in a window that runs, or begins one; one statement, so that no count is lost in between. */
function countIn(db: Kysely<SqlTables>, { tenantId, key, now, windowSeconds }: CountedUse) {
  const nowMs = Date.parse(now);
  return db
    .insertInto('uses')
    .values({ tenant_id: tenantId, key, count: 1, resets_at_ms: nowMs + windowSeconds * 1000 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'key']).doUpdateSet(({ eb, ref }) => {
        const runs = eb('uses.resets_at_ms', '>', nowMs);
        const end = { running: ref('uses.resets_at_ms'), fresh: ref('excluded.resets_at_ms') };
        return {
          count: eb.case().when(runs).then(eb('uses.count', '+', 1)).else(ref('excluded.count')).end(),
          resets_at_ms: eb.case().when(runs).then(end.running).else(end.fresh).end(),
        };
      }),
    )
    .returning(['count', 'resets_at_ms'])
    .executeTakeFirstOrThrow();
}

/** Whenever a window begins those of the tenant that are over are removed, so that the table does not grow. */
async function forgetPast(db: Kysely<SqlTables>, { tenantId, now }: CountedUse): Promise<void> {
  await db
    .deleteFrom('uses')
    .where('tenant_id', '=', tenantId)
    .where('resets_at_ms', '<=', Date.parse(now))
    .execute();
}

/** Counters in SQL. */
export function useRows(scope: SqlScope): Pick<StoreRows, 'countUse' | 'readCount' | 'forgetUses'> {
  return {
    countUse: async (use) => {
      scope.lock('use', use.tenantId, use.key);
      const db = scope.inTenant(use.tenantId);
      const row = await countIn(db, use);
      if (row.count === 1) await forgetPast(db, use);
      return told(row.count, row.resets_at_ms);
    },

    readCount: async ({ tenantId, key, now, windowSeconds }) => {
      scope.lock('use', tenantId, key);
      const nowMs = Date.parse(now);
      const row = await scope
        .inTenant(tenantId)
        .selectFrom('uses')
        .select(['count', 'resets_at_ms'])
        .where('tenant_id', '=', tenantId)
        .where('key', '=', key)
        .where('resets_at_ms', '>', nowMs)
        .executeTakeFirst();
      return row ? told(row.count, row.resets_at_ms) : told(0, nowMs + windowSeconds * 1000);
    },

    forgetUses: async ({ tenantId, key }) => {
      await scope
        .inTenant(tenantId)
        .deleteFrom('uses')
        .where('tenant_id', '=', tenantId)
        .where('key', '=', key)
        .execute();
    },
  };
}
