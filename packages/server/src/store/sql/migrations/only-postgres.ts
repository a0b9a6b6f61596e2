import { sql, type Kysely } from 'kysely';

/** The tables that begin with a tenant, and whether their rows are also looked for across tenants. */
const tenantTables: Record<string, 'by tenant' | 'also across'> = {
  members: 'by tenant',
  memberships: 'also across',
  intents: 'by tenant',
  verifications: 'by tenant',
  receipts: 'by tenant',
  outbox: 'also across',
  events: 'by tenant',
  uses: 'by tenant',
};

const tenant = sql`current_setting('leavewell.tenant', true)`;

/**
 * Lets PostgreSQL itself keep tenants apart, also from the tables' owner: a session sees and writes the rows of the
 * tenant that `leavewell.tenant` names, and none without. `*` names all for reading where that is needed; no tenant may
 * be called so.
 */
async function secureTenants(db: Kysely<unknown>): Promise<void> {
  for (const [name, reach] of Object.entries(tenantTables)) {
    await secureTable(db, name);
    if (reach === 'by tenant') continue;
    await sql`create policy across_tenants on ${sql.table(name)} for select using (${tenant} = '*')`.execute(db);
  }
}

/** A session sees and writes the rows of its tenant in this table. */
export async function secureTable(db: Kysely<unknown>, name: string): Promise<void> {
  const table = sql.table(name);
  await sql`alter table ${table} enable row level security, force row level security`.execute(db);
  await sql`alter table ${table} add check (tenant_id <> '*')`.execute(db);
  await sql`create policy of_tenant on ${table} using (tenant_id = ${tenant})`.execute(db);
}

/** Lets the tables' owner, who migrates, reach every tenant's rows while `work` runs in the migration's transaction. */
export async function onEveryTenant(db: Kysely<unknown>, name: string, work: () => Promise<void>): Promise<void> {
  await sql`alter table ${sql.table(name)} no force row level security`.execute(db);
  await work();
  await sql`alter table ${sql.table(name)} force row level security`.execute(db);
}

/** Leaves room beside rows that are changed again: an update that stays on its page writes no index. */
async function leaveRoom(db: Kysely<unknown>): Promise<void> {
  for (const name of ['memberships', 'intents', 'verifications', 'outbox', 'uses']) {
    await sql`alter table ${sql.table(name)} set (fillfactor = 70)`.execute(db);
  }
}

/** What only PostgreSQL has. */
export async function addPostgresParts(db: Kysely<unknown>): Promise<void> {
  await secureTenants(db);
  await leaveRoom(db);
}
