import type { Kysely } from 'kysely';
import type { StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import type { SqlTables } from './sql-tables.ts';

/** Receipts in SQL. They name a membership without a foreign key: a receipt may outlive it. */
export function receiptRows(db: Kysely<SqlTables>): Pick<StoreRows, 'getReceipt' | 'insertReceipt'> {
  return {
    getReceipt: async (tenantId, id) => {
      const row = await db
        .selectFrom('receipts')
        .select('data')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { tenantId, ...fromJsonText(row.data) };
    },

    insertReceipt: async ({ tenantId, ...rest }) => {
      const result = await db
        .insertInto('receipts')
        .values({ tenant_id: tenantId, id: rest.receipt.id, data: toJsonText(rest) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError('receipt', rest.receipt.id);
    },
  };
}
