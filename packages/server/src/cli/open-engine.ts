/// <reference types="node" />
import { join } from 'node:path';
import type { RunnerFactory } from '../outbox/outbox-runner.ts';
import type { Store } from '../ports/store.ts';
import { openSqliteStore } from '../store/sql/sqlite-store.ts';

/** Where everything is kept, and who does what is due there. */
export interface Engine {
  readonly store: Store;
  /** Absent for the runner within the process. */
  readonly runner?: RunnerFactory;
}

/** PostgreSQL at an address, shared by any number of processes, or SQLite in a folder. */
export async function openEngine(folder: string, databaseUrl: string | null): Promise<Engine> {
  if (databaseUrl === null) return { store: await openSqliteStore({ file: join(folder, 'leavewell.sqlite') }) };
  // Loaded only when needed: a start on SQLite should not wait for it.
  const { openPostgresStore } = await import('../store/sql/postgres-store.ts');
  const { postgresRunner } = await import('../store/postgres-runner.ts');
  const store = await openPostgresStore({ url: databaseUrl }).catch((cause: unknown) => {
    throw new Error(`DATABASE_URL: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  return { store, runner: postgresRunner({ url: databaseUrl }) };
}
