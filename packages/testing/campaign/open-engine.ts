import type { RunnerFactory, Store } from '@leavewell/server';
import { openSqliteStore } from '@leavewell/server/sqlite';

/** Which database, and where it is. */
export interface StoreAddress {
  readonly engine: 'sqlite' | 'postgres';
  /** A file, or the address of a database. */
  readonly location: string;
}

/** A store, and who does what is due in it. */
export interface OpenedEngine {
  readonly store: Store;
  /** Absent for the runner within the process. */
  readonly runner?: RunnerFactory;
}

const openers: Readonly<Record<StoreAddress['engine'], (location: string) => Promise<OpenedEngine>>> = {
  sqlite: async (file) => ({ store: await openSqliteStore({ file }) }),
  postgres: async (url) => {
    const { openPostgresStore, postgresRunner } = await import('@leavewell/server/postgres');
    return { store: await openPostgresStore({ url }), runner: postgresRunner({ url }) };
  },
};

/** Opens the store of an engine as a server does. */
export function openEngine({ engine, location }: StoreAddress): Promise<OpenedEngine> {
  return openers[engine](location);
}
