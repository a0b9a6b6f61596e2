import { sql } from 'kysely';
import { addPostgresParts, onEveryTenant, secureTable } from './migrations/only-postgres.ts';
import { postgresSchema } from './postgres-pool.ts';
import type { SqlFlavor } from './sql-flavor.ts';

/** Any number that nobody else in the database is likely to lock. */
const migrationLock = 7_301_194_820;

/** PostgreSQL orders text by the language of the database unless told otherwise. */
export const postgresFlavor: SqlFlavor = {
  text: sql`text collate "C"`,
  schema: postgresSchema,
  lock: async (transaction) => {
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '10min', true)`.execute(
      transaction,
    );
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
  },
  finishFirstTables: addPostgresParts,
  orderNumber: sql`(data::json ->> 'orderNumber')`,
  onEveryTenant,
  finishFiled: (db) => secureTable(db, 'filed'),
};
