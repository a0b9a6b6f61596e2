import { Client } from 'pg';
import { startEmbeddedPostgres } from '../src/embedded-postgres.ts';
import { textOfTables } from './dump-tables.ts';
import type { Database, Engine } from './engine.ts';

/** As superuser: row security hides rows from everybody else. The queue's own tables are no business of a request. */
async function dumpDatabase(url: string): Promise<string> {
  const client = new Client(url);
  await client.connect();
  try {
    const listed = await client.query(
      "select table_name from information_schema.tables where table_schema = 'leavewell'",
    );
    const names = listed.rows.map(({ table_name }) => String(table_name));
    const tables: { name: string; rows: object[] }[] = [];
    for (const name of names)
      tables.push({ name, rows: (await client.query(`select * from leavewell."${name}"`)).rows });
    return textOfTables(tables);
  } finally {
    await client.end();
  }
}

function asAdmin(adminUrl: string, url: string): string {
  const admin = new URL(adminUrl);
  admin.pathname = new URL(url).pathname;
  return admin.href;
}

/** A real PostgreSQL on this machine, with one database after the other. */
export async function startPostgresEngine(): Promise<Engine> {
  const postgres = await startEmbeddedPostgres();
  return {
    name: 'postgres',
    async createDatabase(): Promise<Database> {
      const url = await postgres.createDatabase();
      const adminLocation = asAdmin(postgres.adminUrl, url);
      return {
        engine: 'postgres',
        location: url,
        adminLocation,
        dump: () => dumpDatabase(adminLocation),
        crash: async () => {
          await postgres.kill();
          await postgres.restart();
        },
        // It goes with the cluster.
        close: async () => undefined,
      };
    },
    stop: () => postgres.stop(),
  };
}
