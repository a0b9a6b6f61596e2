/// <reference types="node" />
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { isBusy } from './sqlite-errors.ts';

/** The values of `pragma synchronous`, by number. */
const synchronousNames = ['OFF', 'NORMAL', 'FULL', 'EXTRA'];

/** Milliseconds between two tries to switch to the write-ahead log. */
const pause = 20;

/** What is in force, as the engine says it itself. */
export interface Durability {
  readonly version: string;
  readonly journalMode: string;
  readonly synchronous: string;
}

/** Reads back from the engine what is in force. */
export function readDurability(database: DatabaseSync): Durability {
  const read = (query: string): unknown => Object.values(database.prepare(query).get() ?? {})[0];
  return {
    version: String(read('select sqlite_version()')),
    journalMode: String(read('pragma journal_mode')),
    synchronous: synchronousNames[Number(read('pragma synchronous'))] ?? 'unknown',
  };
}

/** While another process opens the same new file SQLite says SQLITE_BUSY to this at once, whatever its busy timeout. */
async function switchToWal(database: DatabaseSync, busyTimeout: number): Promise<void> {
  for (let waited = 0; ; waited += pause) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= busyTimeout) throw error;
    }
    await setTimeout(pause);
  }
}

async function makeDurable(database: DatabaseSync, busyTimeout: number): Promise<void> {
  database.exec(`pragma busy_timeout = ${Math.trunc(busyTimeout)}`);
  await switchToWal(database, busyTimeout);
  database.exec('pragma synchronous = full');
  // On macOS a plain fsync leaves the data in the drive's cache; elsewhere this changes nothing.
  database.exec('pragma fullfsync = on');
  database.exec('pragma foreign_keys = on');
  const { journalMode, synchronous } = readDurability(database);
  if (journalMode === 'wal' && synchronous === 'FULL') return;
  throw new Error(`SQLite stays at journal_mode=${journalMode} synchronous=${synchronous}; wal and FULL are needed`);
}

/**
 * Opens a database file whose commits survive the loss of the process and of power; it and its folder are made when
 * missing.
 * @param busyTimeout - how long to wait for another process, in milliseconds
 */
export async function openDurableDatabase(file: string, busyTimeout: number): Promise<DatabaseSync> {
  await mkdir(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    await makeDurable(database, busyTimeout);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
