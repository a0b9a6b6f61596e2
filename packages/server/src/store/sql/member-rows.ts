import type { StoreRows } from '../../ports/store.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';

const byId = prepareQuery((db, value) =>
  db.selectFrom('members').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** Members in SQL. */
export function memberRows(scope: SqlScope): Pick<StoreRows, 'getMember' | 'putMember'> {
  return {
    getMember: async (tenantId, id) => {
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && { tenantId, id, ...fromJsonText(row.data) };
    },

    putMember: async ({ tenantId, id, ...rest }) => {
      const data = toJsonText(rest);
      await scope
        .inTenant(tenantId)
        .insertInto('members')
        .values({ tenant_id: tenantId, id, data })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ data }))
        .execute();
    },
  };
}
