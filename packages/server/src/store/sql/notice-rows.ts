import type { StoreRows } from '../../ports/store.ts';
import { noticeMemoryMs } from '../notice-memory.ts';
import type { SqlScope } from './sql-scope.ts';

/** The notices of billing companies, in SQL. */
export function noticeRows(scope: SqlScope): Pick<StoreRows, 'noteWebhook'> {
  return {
    noteWebhook: async (provider, id, now) => {
      const db = scope.acrossTenants();
      const notedAtMs = Date.parse(now);
      await db.deleteFrom('notices').where('noted_at_ms', '<=', notedAtMs - noticeMemoryMs).execute();
      const result = await db
        .insertInto('notices')
        .values({ provider, id, noted_at_ms: notedAtMs })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
