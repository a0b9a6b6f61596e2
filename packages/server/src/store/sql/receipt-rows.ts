import type { StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';

const byId = prepareQuery((db, value) =>
  db.selectFrom('receipts').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** Receipts in SQL. They name a membership without a foreign key: a receipt may outlive it. */
export function receiptRows(scope: SqlScope): Pick<StoreRows, 'getReceipt' | 'insertReceipt'> {
  return {
    getReceipt: async (tenantId, id) => {
      scope.lock('receipt', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && { tenantId, ...fromJsonText(row.data) };
    },

    insertReceipt: async ({ tenantId, ...rest }) => {
      const result = await scope
        .inTenant(tenantId)
        .insertInto('receipts')
        .values({ tenant_id: tenantId, id: rest.receipt.id, data: toJsonText(rest) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError('receipt', rest.receipt.id);
    },
  };
}
