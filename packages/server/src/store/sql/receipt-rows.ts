import { localTime } from '../../calendar/local-time.ts';
import type { ReceiptFilter, ReceiptRecord, StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { fromJsonText, type JsonText, toJsonText } from './json-text.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';

const byId = prepareQuery((db, value) =>
  db.selectFrom('receipts').select('data').where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** What receipts that were written before these parts existed answer for them. */
function withNewParts(record: ReceiptRecord): ReceiptRecord {
  const { requestedAt, timeZone, requestedAtLocal = localTime(requestedAt, timeZone), channel = 'session' } = record.receipt;
  const { kind = 'recurring', refund = null, resumableUntil = null, contact = [], place = 'BASE', declaration = null } = record.receipt;
  const parts = { kind, requestedAtLocal, channel, refund, resumableUntil, contact, place, declaration };
  return { ...record, receipt: { ...record.receipt, ...parts } };
}

function toRecord(tenantId: string, data: JsonText<Omit<ReceiptRecord, 'tenantId'>>): ReceiptRecord {
  return withNewParts({ tenantId, ...fromJsonText(data) });
}

/** One page of those whose column has the value; each column has its own index in this order. */
async function pageBy(
  scope: SqlScope,
  tenantId: string,
  column: 'member_id' | 'account_id' | 'membership_id',
  value: string,
  { memberId, accountId, after, limit }: ReceiptFilter,
): Promise<ReceiptRecord[]> {
  const rows = await scope
    .inTenant(tenantId)
    .selectFrom('receipts')
    .select('data')
    .where('tenant_id', '=', tenantId)
    .where(column, '=', value)
    .where(({ eb, or }) => or([eb('member_id', '=', memberId), eb('account_id', '=', accountId)]))
    .$if(after !== null, (query) =>
      query.where(({ and, eb, or }) => {
        const { requestedAt, id } = after ?? { requestedAt: 0, id: '' };
        const isOlder = eb('requested_at_ms', '<', requestedAt);
        return or([isOlder, and([eb('requested_at_ms', '=', requestedAt), eb('id', '>', id)])]);
      }),
    )
    .orderBy('requested_at_ms', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ data }) => toRecord(tenantId, data));
}

function newestFirst({ receipt: a }: ReceiptRecord, { receipt: b }: ReceiptRecord): number {
  return Date.parse(b.requestedAt) - Date.parse(a.requestedAt) || (a.id < b.id ? -1 : 1);
}

/** Receipts in SQL. They name a membership without a foreign key: a receipt may outlive it. */
export function receiptRows(scope: SqlScope): Pick<StoreRows, 'getReceipt' | 'listReceipts' | 'insertReceipt'> {
  return {
    getReceipt: async (tenantId, id) => {
      scope.lock('receipt', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && toRecord(tenantId, row.data);
    },

    // Two pages merged, as for memberships; those of one membership are few.
    listReceipts: async (tenantId, filter) => {
      const { membershipId } = filter;
      if (membershipId !== null) return pageBy(scope, tenantId, 'membership_id', membershipId, filter);
      const own = await pageBy(scope, tenantId, 'member_id', filter.memberId, filter);
      if (filter.accountId === null) return own;
      const shared = await pageBy(scope, tenantId, 'account_id', filter.accountId, filter);
      const unique = new Map([...own, ...shared].map((record) => [record.receipt.id, record]));
      return [...unique.values()].sort(newestFirst).slice(0, filter.limit);
    },

    insertReceipt: async ({ tenantId, ...rest }) => {
      const { memberId, accountId, receipt } = rest;
      const result = await scope
        .inTenant(tenantId)
        .insertInto('receipts')
        .values({
          tenant_id: tenantId,
          id: receipt.id,
          member_id: memberId,
          account_id: accountId,
          membership_id: receipt.membershipId,
          requested_at_ms: Date.parse(receipt.requestedAt),
          data: toJsonText(rest),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError('receipt', receipt.id);
    },
  };
}
