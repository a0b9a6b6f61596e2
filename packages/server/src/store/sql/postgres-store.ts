/// <reference types="node" />
import { sql, type Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Store } from '../../ports/store.ts';
import { ServiceError } from '../../service-error.ts';
import { gatheredReads } from './gathered-reads.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { translatePostgresError } from './postgres-errors.ts';
import { postgresFlavor } from './postgres-flavor.ts';
import { createPostgresPool } from './postgres-pool.ts';
import { createPostgresQueries } from './postgres-scope.ts';
import { transactInTurn } from './postgres-transaction.ts';
import { createSqlStore } from './sql-store.ts';
import type { SqlTables } from './sql-tables.ts';

/** Which database the PostgreSQL store uses, and how much of it. */
export interface PostgresStoreOptions {
  /**
   * `postgres://role:password@host:port/database`. Connect directly or through a pooler that keeps sessions: the
   * tenant is a setting of the session. The role owns the database or a schema named `leavewell`, and should be neither
   * superuser nor able to bypass row security.
   */
  readonly url: string;
  /** How many connections this process may hold; 10 when absent. */
  readonly maxConnections?: number;
}

interface InForce {
  readonly version: string;
  readonly role: string;
  readonly bypasses: boolean;
  readonly fsync: string;
  readonly synchronousCommit: string;
}

/** Reads back from the engine what is in force; the role bypasses row security when no policy would ask it. */
async function readInForce(db: Kysely<SqlTables>): Promise<InForce> {
  const { rows } = await sql<InForce>`
    select current_setting('server_version') as "version", current_user as "role",
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "bypasses",
      current_setting('fsync') as "fsync", current_setting('synchronous_commit') as "synchronousCommit"
  `.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('PostgreSQL says nothing about itself');
  return found;
}

function describe(address: URL, found: InForce): string {
  const security = found.bypasses
    ? `row security NOT in force: role ${found.role} bypasses it, use an ordinary one`
    : `row security in force for role ${found.role}`;
  return (
    `PostgreSQL ${found.version}, host ${address.host}, database ${address.pathname.slice(1)}, ` +
    `schema ${schemaVersion}, fsync=${found.fsync} synchronous_commit=${found.synchronousCommit}, ${security}`
  );
}

async function open(pool: Pool, address: URL): Promise<Store> {
  const { db, autocommit, within } = createPostgresQueries(pool);
  await migrate(db, postgresFlavor);
  const found = await readInForce(db);
  if (found.fsync !== 'on') throw new Error('the server runs with fsync=off and would lose rows; switch it on');
  return createSqlStore({
    description: describe(address, found),
    transaction: (work) => transactInTurn(pool, (session) => work(within(session))),
    autocommit,
    reads: gatheredReads(autocommit),
    translateError: translatePostgresError,
    close: () => pool.end(),
  });
}

function parseAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === 'postgres:' || address?.protocol === 'postgresql:') return address;
  throw openingError('it', 'it is not an address of PostgreSQL');
}

/** Says which option it is and what to give instead; never the password. */
function openingError(what: string, reason: string, cause?: unknown): ServiceError {
  const message = 'give postgres://role:password@host:port/database of a running server';
  const detail = `url: cannot use ${what}: ${reason}; ${message}`;
  return new ServiceError('store_unavailable', { detail, errors: [{ field: 'url', message }] }, { cause });
}

/**
 * Opens the PostgreSQL store and brings its tables, in a schema named `leavewell`, to the newest version. Any number of
 * processes may use one database. A resolved transaction survives the loss of any process and of power. Transactions
 * wait for each other where they touch the same rows. A work that was in another's way runs again from the start, and
 * after 20 times is refused as `store_unavailable`; so is all work while the database is away. When the connection is
 * lost during the commit itself the work is refused too although it may have been written.
 * @throws ServiceError `store_unavailable` that names `url` when the database cannot be used, or both schema versions
 * when it was written by a newer program
 */
export async function openPostgresStore({ url, maxConnections = 10 }: PostgresStoreOptions): Promise<Store> {
  const address = parseAddress(url);
  const pool = createPostgresPool(url, maxConnections);
  try {
    return await open(pool, address);
  } catch (error) {
    await pool.end();
    if (error instanceof ServiceError) throw error;
    const cause = translatePostgresError(error);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw openingError(`${address.host}${address.pathname}`, reason, error);
  }
}
