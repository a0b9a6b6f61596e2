import { formatInstant } from '../../calendar/instant.ts';
import type { Count, CountedUse, StoreRows } from '../../ports/store.ts';
import type { SqlScope } from './sql-scope.ts';

const told = (count: number, resetsAtMs: number): Count => ({ count, resetsAt: formatInstant(new Date(resetsAtMs)) });

/** Counters in SQL. */
export function useRows(scope: SqlScope): Pick<StoreRows, 'countUse' | 'readCount' | 'forgetUses'> {
  /** Whenever a window begins those of the tenant that are over are removed, so that the table does not grow. */
  async function forgetPast({ tenantId, now }: CountedUse): Promise<void> {
    await scope
      .inTenant(tenantId)
      .deleteFrom('uses')
      .where('tenant_id', '=', tenantId)
      .where('resets_at_ms', '<=', Date.parse(now))
      .execute();
  }

  return {
    countUse: async (use) => {
      const { tenantId, key, now, windowSeconds } = use;
      const nowMs = Date.parse(now);
      const fresh = { count: 1, resets_at_ms: nowMs + windowSeconds * 1000 };
      const row = await scope
        .inTenant(tenantId)
        .insertInto('uses')
        .values({ tenant_id: tenantId, key, ...fresh })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'key']).doUpdateSet(({ eb, ref }) => {
            const runs = eb('uses.resets_at_ms', '>', nowMs);
            return {
              count: eb.case().when(runs).then(eb('uses.count', '+', 1)).else(ref('excluded.count')).end(),
              resets_at_ms: eb
                .case()
                .when(runs)
                .then(ref('uses.resets_at_ms'))
                .else(ref('excluded.resets_at_ms'))
                .end(),
            };
          }),
        )
        .returning(['count', 'resets_at_ms'])
        .executeTakeFirstOrThrow();
      if (row.count === 1) await forgetPast(use);
      return told(row.count, row.resets_at_ms);
    },

    readCount: async ({ tenantId, key, now, windowSeconds }) => {
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
