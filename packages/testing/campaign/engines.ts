import { join } from 'node:path';
import type { Engine, EngineName } from './engine.ts';
import { startPostgresEngine } from './postgres-engine.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** The engines of a run, each started when it is first asked for. */
export interface Engines {
  get(name: EngineName): Promise<Engine>;
  /** Stops those that were started. */
  stop(): Promise<void>;
}

/** Its stores are made where they are used and go with them. */
const memoryEngine: Engine = {
  name: 'memory',
  createDatabase: async () => {
    throw new Error('memory has no database to share');
  },
  stop: async () => undefined,
};

/** @param folder - their data is kept below it */
export function createEngines(folder: string): Engines {
  const starts: Readonly<Record<EngineName, () => Promise<Engine>>> = {
    memory: async () => memoryEngine,
    sqlite: async () => sqliteEngine(join(folder, 'sqlite')),
    postgres: startPostgresEngine,
  };
  const started = new Map<EngineName, Promise<Engine>>();
  return {
    get: (name) => {
      const engine = started.get(name) ?? starts[name]();
      started.set(name, engine);
      return engine;
    },
    stop: async () => {
      for (const engine of started.values()) await (await engine).stop();
      started.clear();
    },
  };
}
