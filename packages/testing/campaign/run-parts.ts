import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, EngineName } from './engine.ts';
import type { PartResult } from './figures.ts';
import type { Part } from './part.ts';
import { openProgress } from './progress.ts';
import { seedFor } from './seeded-random.ts';

/** How parts are run. */
export interface RunOptions {
  readonly seed: number;
  readonly scale: number;
  /** Progress, databases and logs are kept below it. */
  readonly folder: string;
  /** Goes on after the steps that an earlier run with the same seed and scale has done. */
  readonly resume: boolean;
  readonly engine: (name: EngineName) => Promise<Engine>;
  /** The engines to run on; a part that wants others is run on those of its own that are here. */
  readonly engines: readonly EngineName[];
  readonly onResult: (result: PartResult) => void;
}

/** Runs one part on one engine. */
export async function runPart(part: Part, engineName: EngineName, options: RunOptions): Promise<PartResult> {
  const { seed, scale, resume } = options;
  const folder = join(options.folder, `${part.name}-${engineName}`);
  if (!resume) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { step } = await openProgress(join(folder, 'progress.json'), resume);
  const start = performance.now();
  const figures = await part.run({
    engine: await options.engine(engineName),
    seed: seedFor(seed, part.name),
    scale,
    folder,
    step,
    scaled: (whole) => Math.max(1, Math.round(whole * scale)),
  });
  return { part: part.name, engine: engineName, seconds: (performance.now() - start) / 1000, figures };
}

/** Runs parts one after the other on each of their engines. */
export async function runParts(parts: readonly Part[], options: RunOptions): Promise<PartResult[]> {
  const results: PartResult[] = [];
  for (const part of parts) {
    for (const engine of part.engines.filter((name) => options.engines.includes(name))) {
      const result = await runPart(part, engine, options);
      results.push(result);
      options.onResult(result);
    }
  }
  return results;
}
