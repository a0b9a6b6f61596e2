import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { textOfTables } from './dump-tables.ts';
import type { Database, Engine } from './engine.ts';

function dumpFile(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    const names = tables.map(({ name }) => String(name));
    return textOfTables(names.map((name) => ({ name, rows: database.prepare(`select * from "${name}"`).all() })));
  } finally {
    database.close();
  }
}

/** SQLite: one file per database. */
export function sqliteEngine(folder: string): Engine {
  return {
    name: 'sqlite',
    async createDatabase(name): Promise<Database> {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${name}.sqlite`);
      const remove = () => Promise.all(['', '-wal', '-shm'].map((end) => rm(file + end, { force: true })));
      await remove();
      return {
        engine: 'sqlite',
        location: file,
        dump: async () => dumpFile(file),
        close: async () => void (await remove()),
      };
    },
    stop: async () => undefined,
  };
}
