import type { Kysely } from 'kysely';
import type { StoreRows } from '../../ports/store.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import type { SqlTables } from './sql-tables.ts';

/** Members in SQL. */
export function memberRows(db: Kysely<SqlTables>): Pick<StoreRows, 'getMember' | 'putMember'> {
  return {
    getMember: async (tenantId, id) => {
      const row = await db
        .selectFrom('members')
        .select('data')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { tenantId, id, ...fromJsonText(row.data) };
    },

    putMember: async ({ tenantId, id, ...rest }) => {
      const data = toJsonText(rest);
      await db
        .insertInto('members')
        .values({ tenant_id: tenantId, id, data })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ data }))
        .execute();
    },
  };
}
