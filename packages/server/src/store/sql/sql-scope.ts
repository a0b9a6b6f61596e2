import type { Kysely } from 'kysely';
import type { SqlTables } from './sql-tables.ts';

/** Where the statements of one work run. */
export interface SqlScope {
  /** Sees and writes the rows of one tenant; where the engine can, it enforces that. */
  inTenant(tenantId: string): Kysely<SqlTables>;
  /** Sees the rows of every tenant that are looked for across them, and the tables that belong to none. */
  acrossTenants(): Kysely<SqlTables>;
  /**
   * Has whoever asks for the same next wait until the transaction ends, whether there is such a row or not. Holds from
   * the next statement on. Does nothing outside transactions, and on engines that run one at a time.
   * @param key - the kind of thing and its names
   */
  lock(...key: readonly string[]): void;
}

/** For engines and places where there is nobody to wait for. */
export const noLock: SqlScope['lock'] = () => {};
