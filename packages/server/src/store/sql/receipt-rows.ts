import { localTime } from '../../calendar/local-time.ts';
import type { ReceiptRecord, StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';

const byId = prepareQuery((db, value) =>
  db.selectFrom('receipts').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** What receipts that were written before these parts existed answer for them. */
function withNewParts(record: ReceiptRecord): ReceiptRecord {
  const { requestedAt, timeZone, requestedAtLocal = localTime(requestedAt, timeZone), channel = 'session' } = record.receipt;
  const { refund = null, resumableUntil = null, contact = [], place = 'BASE', declaration = null } = record.receipt;
  const parts = { requestedAtLocal, channel, refund, resumableUntil, contact, place, declaration };
  return { ...record, receipt: { ...record.receipt, ...parts } };
}

/** Receipts in SQL. They name a membership without a foreign key: a receipt may outlive it. */
export function receiptRows(scope: SqlScope): Pick<StoreRows, 'getReceipt' | 'insertReceipt'> {
  return {
    getReceipt: async (tenantId, id) => {
      scope.lock('receipt', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && withNewParts({ tenantId, ...fromJsonText(row.data) });
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
