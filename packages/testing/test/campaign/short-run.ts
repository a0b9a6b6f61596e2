import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createEngines } from '../../campaign/engines.ts';
import type { Engine, EngineName } from '../../campaign/engine.ts';
import type { PartContext } from '../../campaign/part.ts';

/** What a short version of a part is run with. */
export interface ShortRun {
  context(engine: EngineName): Promise<PartContext>;
  /** The same with something else for an engine. */
  contextWith(engine: Engine): Promise<PartContext>;
}

/** A folder and engines for the tests of one file, gone with them. */
export function shortRun(): ShortRun {
  const folder = mkdtemp(join(tmpdir(), 'leavewell-campaign-'));
  const engines = folder.then((path) => createEngines(join(path, 'engines')));
  after(async () => {
    await (await engines).stop();
    await rm(await folder, { recursive: true, force: true });
  });
  const contextWith = async (engine: Engine): Promise<PartContext> => ({
    engine,
    seed: 1,
    scale: 0.01,
    folder: join(await folder, 'logs'),
    scaled: () => 1,
    step: (_, work) => work(),
  });
  return { contextWith, context: async (name) => contextWith(await (await engines).get(name)) };
}
