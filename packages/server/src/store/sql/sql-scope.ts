import type { Kysely } from 'kysely';
import type { SqlTables } from './sql-tables.ts';

/** Where the statements of one work run. */
export interface SqlScope {
  /** Sees and writes the rows of one tenant; where the engine can, it enforces that. */
  inTenant(tenantId: string): Kysely<SqlTables>;
  /** Sees the rows of every tenant that are looked for across them, and the tables that belong to none. */
  acrossTenants(): Kysely<SqlTables>;
}
