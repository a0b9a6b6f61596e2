import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { SqlFlavor } from '../sql-flavor.ts';

async function createFiled({ schema }: Kysely<unknown>, text: SqlFlavor['text']): Promise<void> {
  await schema
    .createTable('filed')
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('member_id', text)
    .addColumn('membership_id', text)
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('filed_key', ['tenant_id', 'kind', 'id'])
    .execute();
  const index = (name: string) => schema.createIndex(name).on('filed');
  await index('filed_by_member').columns(['tenant_id', 'kind', 'member_id', 'id']).execute();
  await index('filed_by_membership').columns(['tenant_id', 'kind', 'membership_id', 'id']).execute();
}

/** Records that are found by id, member or membership; and memberships by their order number. */
export const filedRecords = ({ text, orderNumber, onEveryTenant, finishFiled }: SqlFlavor): Migration => ({
  up: async (db) => {
    await createFiled(db, text);
    await finishFiled(db);
    await db.schema.alterTable('memberships').addColumn('order_key', text).execute();
    await onEveryTenant(db, 'memberships', async () => {
      await sql`update memberships set order_key = lower(trim(${orderNumber}))`.execute(db);
    });
    const index = db.schema.createIndex('memberships_by_order').on('memberships');
    await index.columns(['tenant_id', 'order_key', 'id']).execute();
  },
});
