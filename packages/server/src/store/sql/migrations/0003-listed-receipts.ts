import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fromJsonText } from '../json-text.ts';
import type { SqlFlavor } from '../sql-flavor.ts';
import type { SqlTables } from '../sql-tables.ts';

const batch = 500;

/** Whose they are and when they were asked for stands in the JSON; instants are read here, as they always were. */
async function fillColumns(db: Kysely<Pick<SqlTables, 'receipts'>>): Promise<void> {
  for (;;) {
    const rows = await db
      .selectFrom('receipts')
      .select(['tenant_id', 'id', 'data'])
      .where('member_id', 'is', null)
      .limit(batch)
      .execute();
    for (const { tenant_id, id, data } of rows) {
      const { memberId, accountId, receipt } = fromJsonText(data);
      await db
        .updateTable('receipts')
        .set({
          member_id: memberId,
          account_id: accountId,
          membership_id: receipt.membershipId,
          requested_at_ms: Date.parse(receipt.requestedAt),
        })
        .where('tenant_id', '=', tenant_id)
        .where('id', '=', id)
        .execute();
    }
    if (rows.length < batch) return;
  }
}

/** Receipts are found by member, account and membership, and sorted by when they were asked for. */
export const listedReceipts = ({ text, onEveryTenant }: SqlFlavor): Migration => ({
  up: async (db) => {
    for (const column of ['member_id', 'account_id', 'membership_id']) {
      await db.schema.alterTable('receipts').addColumn(column, text).execute();
    }
    await db.schema.alterTable('receipts').addColumn('requested_at_ms', 'bigint').execute();
    await onEveryTenant(db, 'receipts', () => fillColumns(db));
    for (const by of ['member', 'account', 'membership']) {
      const index = db.schema.createIndex(`receipts_by_${by}`).on('receipts');
      await index.columns(['tenant_id', `${by}_id`, 'requested_at_ms desc', 'id']).execute();
    }
  },
});
