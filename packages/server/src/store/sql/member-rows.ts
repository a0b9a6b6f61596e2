import type { MemberRecord, StoreRows } from '../../ports/store.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { anyOf } from './any-of.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';

const byId = prepareQuery((db, value) =>
  db.selectFrom('members').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** Those of the tenant that have one of the ids, in any order. */
export async function readMembers(scope: SqlScope, tenantId: string, ids: readonly string[]): Promise<MemberRecord[]> {
  const rows = await scope
    .inTenant(tenantId)
    .selectFrom('members')
    .select(['id', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', anyOf(ids))
    .execute();
  return rows.map(({ id, data }) => ({ tenantId, id, ...fromJsonText(data) }));
}

/** Members in SQL. */
export function memberRows(scope: SqlScope): Pick<StoreRows, 'getMember' | 'putMember'> {
  return {
    getMember: async (tenantId, id) => {
      scope.lock('member', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && { tenantId, id, ...fromJsonText(row.data) };
    },

    putMember: async ({ tenantId, id, ...rest }) => {
      const data = toJsonText(rest);
      scope.lock('member', tenantId, id);
      await scope
        .inTenant(tenantId)
        .insertInto('members')
        .values({ tenant_id: tenantId, id, data })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ data }))
        .execute();
    },
  };
}
