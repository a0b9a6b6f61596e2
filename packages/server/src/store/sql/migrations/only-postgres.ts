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
    const table = sql.table(name);
    await sql`alter table ${table} enable row level security, force row level security`.execute(db);
    await sql`alter table ${table} add check (tenant_id <> '*')`.execute(db);
    await sql`create policy of_tenant on ${table} using (tenant_id = ${tenant})`.execute(db);
    if (reach === 'by tenant') continue;
    await sql`create policy across_tenants on ${table} for select using (${tenant} = '*')`.execute(db);
  }
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
