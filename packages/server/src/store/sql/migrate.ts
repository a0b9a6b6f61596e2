import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { ServiceError } from '../../service-error.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { filedRecords } from './migrations/0002-filed-records.ts';
import { listedReceipts } from './migrations/0003-listed-receipts.ts';
import type { SqlFlavor } from './sql-flavor.ts';
import type { SqlTables } from './sql-tables.ts';

/** Every migration by name, in order; a name never changes once it was published. */
const migrations: Record<string, (flavor: SqlFlavor) => Migration> = {
  '0001-first-tables': firstTables,
  '0002-filed-records': filedRecords,
  '0003-listed-receipts': listedReceipts,
};

/** The newest schema this program knows. */
export const schemaVersion = Object.keys(migrations).sort().at(-1) ?? 'none';

const migrationsFor = (flavor: SqlFlavor): Record<string, Migration> =>
  Object.fromEntries(Object.entries(migrations).map(([name, inFlavor]) => [name, inFlavor(flavor)]));

/** Its own name, so that the tables may stand in a database whose owner migrates with Kysely as well. */
const migrationTable = 'leavewell_migration';

async function newestUnknown(db: Kysely<SqlTables>): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)} order by name`.execute(db);
  return rows.map(({ name }) => name).findLast((name) => !(name in migrations));
}

/**
 * Brings the tables to the newest schema, all or nothing.
 * @throws ServiceError `store_unavailable` when the database was written by a newer program; nothing is changed then
 */
export async function migrate(db: Kysely<SqlTables>, flavor: SqlFlavor): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await flavor.lock(transaction);
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: async () => migrationsFor(flavor) },
      ...(flavor.schema !== undefined && { migrationTableSchema: flavor.schema }),
      migrationTableName: migrationTable,
      migrationLockTableName: `${migrationTable}_lock`,
    });
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    const found = await newestUnknown(transaction);
    if (found === undefined) throw error;
    throw new ServiceError(
      'store_unavailable',
      {
        detail:
          `the database has schema ${found}, this program knows schemas up to ${schemaVersion}; ` +
          'start the program version that wrote it, or restore a copy from before that version',
      },
      { cause: error },
    );
  });
}
