import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Schema = Kysely<unknown>['schema'];

/** Every key starts with the tenant, so that no row can refer to another tenant's. */
const tenantTable = (schema: Schema, name: string) =>
  schema
    .createTable(name)
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['tenant_id', 'id']);

async function createMembers(schema: Schema): Promise<void> {
  await tenantTable(schema, 'members').execute();
  await tenantTable(schema, 'memberships')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('holder_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .execute();
  const index = (name: string) => schema.createIndex(name).on('memberships');
  await index('memberships_by_holder').columns(['tenant_id', 'holder_id', 'id']).execute();
  await index('memberships_by_account').columns(['tenant_id', 'account_id', 'id']).execute();
}

async function createIntents(schema: Schema): Promise<void> {
  await tenantTable(schema, 'intents')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('idempotency_key', 'text', (column) => column.notNull())
    .addColumn('membership_id', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addUniqueConstraint('intents_by_idempotency_key', ['tenant_id', 'member_id', 'idempotency_key'])
    .addUniqueConstraint('intents_by_target', ['tenant_id', 'target'])
    .addForeignKeyConstraint('intents_membership', ['tenant_id', 'membership_id'], 'memberships', ['tenant_id', 'id'])
    .execute();
}

async function createVerifications(schema: Schema): Promise<void> {
  await tenantTable(schema, 'verifications')
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('membership_id', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('proof_hash', 'text')
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('is_open', 'integer', (column) => column.notNull())
    .addForeignKeyConstraint(
      'verifications_membership',
      ['tenant_id', 'membership_id'],
      'memberships',
      ['tenant_id', 'id'],
    )
    .execute();
  const index = (name: string) => schema.createIndex(name).on('verifications');
  await index('verifications_by_membership').columns(['tenant_id', 'membership_id', 'member_id', 'is_open']).execute();
  await index('verifications_by_proof').columns(['tenant_id', 'proof_hash']).execute();
}

async function createReceiptsAndOutbox(schema: Schema): Promise<void> {
  await tenantTable(schema, 'receipts').execute();
  await tenantTable(schema, 'outbox')
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('is_open', 'integer', (column) => column.notNull())
    .execute();
  // The one index without the tenant: due work is looked for across all of them.
  await schema.createIndex('outbox_by_due').on('outbox').columns(['is_open', 'due_at_ms']).execute();
}

/** Members, memberships, intents, verifications, receipts and the outbox. */
export const firstTables: Migration = {
  up: async ({ schema }) => {
    await createMembers(schema);
    await createIntents(schema);
    await createVerifications(schema);
    await createReceiptsAndOutbox(schema);
  },
};
