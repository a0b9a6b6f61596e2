/// <reference types="node" />
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Store } from '../../ports/store.ts';
import { ServiceError } from '../../service-error.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import { openDurableDatabase, readDurability } from './open-durable-database.ts';
import { createSqlStore } from './sql-store.ts';
import { sqliteFlavor } from './sql-flavor.ts';
import { noLock, type SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';
import { translateSqliteError } from './sqlite-errors.ts';

/** Where the SQLite store lives and how long it waits. */
export interface SqliteStoreOptions {
  /** Path of the database file on a local disk; it and its folder are made when missing. */
  readonly file: string;
  /** How long a transaction waits for another process that writes, in milliseconds; 5000 when absent. */
  readonly busyTimeout?: number;
}

function describe(database: DatabaseSync, file: string): string {
  const { version, journalMode, synchronous } = readDurability(database);
  return (
    `SQLite ${version}, file ${file}, schema ${schemaVersion}, ` +
    `journal_mode=${journalMode} synchronous=${synchronous}`
  );
}

/** A store over an open database, which it closes; apart from `openSqliteStore` so that tests can fill the disk. */
export async function createSqliteStore(database: DatabaseSync, file: string): Promise<Store> {
  const db = new Kysely<SqlTables>({ dialect: nodeSqliteDialect(database) });
  await migrate(db, sqliteFlavor);
  const undivided = (one: Kysely<SqlTables>): SqlScope => ({
    inTenant: () => one,
    acrossTenants: () => one,
    lock: noLock,
  });
  return createSqlStore({
    description: describe(database, file),
    transaction: (work) => db.transaction().execute((transaction) => work(undivided(transaction))),
    autocommit: undivided(db),
    translateError: translateSqliteError,
    close: async () => {
      await sql`pragma wal_checkpoint(passive)`.execute(db);
      await db.destroy();
    },
  });
}

async function open(file: string, busyTimeout: number): Promise<Store> {
  const database = await openDurableDatabase(file, busyTimeout);
  try {
    return await createSqliteStore(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Says which option it is and what to name instead; what the store itself refused already says so. */
function openingError(file: string, error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const cause = translateSqliteError(error);
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = 'name a file on a local disk, in a folder that this process may write';
  return new ServiceError(
    'store_unavailable',
    { detail: `file: cannot use ${file}: ${reason}; ${message}`, errors: [{ field: 'file', message }] },
    { cause },
  );
}

/**
 * Opens the SQLite store, makes its file when missing and brings its tables to the newest schema. A resolved
 * transaction survives the loss of the process and of power. Several processes may use one file; a transaction holds
 * them off while it runs, so keep calls of other services out of it.
 * @throws ServiceError `store_unavailable` that names `file` when the path cannot be used, or both schema versions when
 * the file was written by a newer program
 */
export async function openSqliteStore({ file, busyTimeout = 5000 }: SqliteStoreOptions): Promise<Store> {
  const path = resolve(file);
  try {
    if (file === ':memory:') throw new Error('it would keep nothing; createMemoryStore is for that');
    return await open(path, busyTimeout);
  } catch (error) {
    throw openingError(path, error);
  }
}
