import { sql, type Expression, type Kysely, type RawBuilder } from 'kysely';
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
  /** The order number inside the JSON of a membership's row. */
  readonly orderNumber: RawBuilder<string | null>;
  /** Runs `work`, which changes the rows of every tenant in a table. */
  onEveryTenant(db: Kysely<unknown>, table: string, work: () => Promise<void>): Promise<void>;
  /** What this engine adds to the table of filed records. */
  finishFiled(db: Kysely<unknown>): Promise<void>;
}

/** SQLite orders by bytes, and its write lock is taken at the start of every transaction. */
export const sqliteFlavor: SqlFlavor = {
  text: 'text',
  lock: async () => {},
  finishFirstTables: async () => {},
  orderNumber: sql`json_extract(data, '$.orderNumber')`,
  onEveryTenant: (_, __, work) => work(),
  finishFiled: async () => {},
};
