import type { Expression, Kysely } from 'kysely';
import type { SqlTables } from './sql-tables.ts';

/** What differs between engines when tables are made. */
export interface SqlFlavor {
  /** Text that is equal and ordered by its code points, whatever language the database speaks. */
  readonly text: 'text' | Expression<unknown>;
  /** Where the tables stand; undefined when the engine has no schemas. */
  readonly schema?: string;
  /** Keeps other processes from migrating until the transaction ends. */
  lock(transaction: Kysely<SqlTables>): Promise<void>;
  /** What this engine adds to the first tables. */
  finishFirstTables(db: Kysely<unknown>): Promise<void>;
}

/** SQLite orders by bytes, and its write lock is taken at the start of every transaction. */
export const sqliteFlavor: SqlFlavor = { text: 'text', lock: async () => {}, finishFirstTables: async () => {} };
