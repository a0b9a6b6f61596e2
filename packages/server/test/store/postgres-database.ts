import { after } from 'node:test';
import { startEmbeddedPostgres } from '@leavewell/testing/embedded-postgres';
import { Client, type QueryResultRow } from 'pg';
import type { Store } from '../../src/ports/store.ts';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';

/** The PostgreSQL of this file's tests. */
export const postgres = await startEmbeddedPostgres();

const connections: Client[] = [];

after(async () => {
  for (const client of connections) await client.end();
  await postgres.stop();
});

/** A connection as the service's own role, with nothing of the service's code; closed after the tests. */
export async function connectRaw(options: { readonly pipeline?: boolean } = {}): Promise<Client> {
  const client = new Client({ connectionString: postgres.url, ...options });
  await client.connect();
  connections.push(client);
  return client;
}

/** Asks as the superuser, past all row security, as an administrator with psql would. */
export async function asAdmin<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client(postgres.adminUrl);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const empty = `
  do $$ declare name text; begin
    for name in select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'leavewell' and relkind = 'r' and relname not like '%migration%' and relname <> 'memberships'
    loop execute format('delete from leavewell.%I', name); end loop;
    if to_regclass('leavewell.memberships') is not null then delete from leavewell.memberships; end if;
  end $$`;

/** The store on a database without rows. */
export async function openEmptyPostgresStore(): Promise<Store> {
  await asAdmin(empty);
  return openPostgresStore({ url: postgres.url });
}
