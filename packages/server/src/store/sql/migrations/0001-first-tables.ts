import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { SqlFlavor } from '../sql-flavor.ts';

type Text = SqlFlavor['text'];
type Schema = Kysely<unknown>['schema'];

/** Every key starts with the tenant, so that no row can refer to another tenant's. */
const tenantTable = (schema: Schema, text: Text, name: string) =>
  schema
    .createTable(name)
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['tenant_id', 'id']);

async function createMembers(schema: Schema, text: Text): Promise<void> {
  await tenantTable(schema, text, 'members').execute();
  await tenantTable(schema, text, 'memberships')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('holder_id', text, (column) => column.notNull())
    .addColumn('account_id', text, (column) => column.notNull())
    .addColumn('provider', text, (column) => column.notNull())
    .addColumn('provider_reference', text)
    .execute();
  const index = (name: string) => schema.createIndex(name).on('memberships');
  await index('memberships_by_holder').columns(['tenant_id', 'holder_id', 'id']).execute();
  await index('memberships_by_account').columns(['tenant_id', 'account_id', 'id']).execute();
  // Without the tenant: a billing company's notice names a subscription and not whose it is.
  await index('memberships_by_reference').columns(['provider_reference', 'provider']).execute();
}

async function createIntents(schema: Schema, text: Text): Promise<void> {
  await tenantTable(schema, text, 'intents')
    .addColumn('member_id', text, (column) => column.notNull())
    .addColumn('idempotency_key', text, (column) => column.notNull())
    .addColumn('membership_id', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addUniqueConstraint('intents_by_idempotency_key', ['tenant_id', 'member_id', 'idempotency_key'])
    .addUniqueConstraint('intents_by_target', ['tenant_id', 'target'])
    .addForeignKeyConstraint('intents_membership', ['tenant_id', 'membership_id'], 'memberships', ['tenant_id', 'id'])
    .execute();
  await schema.createIndex('intents_by_membership').on('intents').columns(['tenant_id', 'membership_id']).execute();
}

async function createVerifications(schema: Schema, text: Text): Promise<void> {
  await tenantTable(schema, text, 'verifications')
    .addColumn('member_id', text, (column) => column.notNull())
    .addColumn('membership_id', text, (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('proof_hash', text)
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

async function createReceiptsAndOutbox(schema: Schema, text: Text): Promise<void> {
  await tenantTable(schema, text, 'receipts').execute();
  await tenantTable(schema, text, 'outbox')
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('is_open', 'integer', (column) => column.notNull())
    .execute();
  // Without the tenant: due work is looked for across all of them.
  await schema.createIndex('outbox_by_due').on('outbox').columns(['is_open', 'due_at_ms']).execute();
}

async function createEvents(schema: Schema, text: Text): Promise<void> {
  await tenantTable(schema, text, 'events')
    .addColumn('occurred_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'bigint')
    .addUniqueConstraint('events_by_sequence', ['tenant_id', 'sequence'])
    .execute();
}

async function createUses(schema: Schema, text: Text): Promise<void> {
  await schema
    .createTable('uses')
    .addColumn('tenant_id', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('resets_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('uses_key', ['tenant_id', 'key'])
    .execute();
  await schema.createIndex('uses_by_reset').on('uses').columns(['tenant_id', 'resets_at_ms']).execute();
}

async function createNotices(schema: Schema, text: Text): Promise<void> {
  await schema
    .createTable('notices')
    .addColumn('provider', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('noted_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('notices_key', ['provider', 'id'])
    .execute();
  await schema.createIndex('notices_by_time').on('notices').columns(['noted_at_ms']).execute();
}

/** Members, memberships, intents, verifications, receipts, the outbox, events, counters and notices. */
export const firstTables = ({ text, finishFirstTables }: SqlFlavor): Migration => ({
  up: async (db) => {
    for (const create of [
      createMembers,
      createIntents,
      createVerifications,
      createReceiptsAndOutbox,
      createEvents,
      createUses,
      createNotices,
    ]) {
      await create(db.schema, text);
    }
    await finishFirstTables(db);
  },
});
