// `npm run campaign [-- part...] [--seed n] [--scale 0.1] [--engine sqlite|postgres] [--resume]`: real servers over
// real databases, everything that can go wrong on loopback, and one table of figures. Exit code 1 when one is missed.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EngineName } from '../campaign/engine.ts';
import { createEngines } from '../campaign/engines.ts';
import { isMet, tableOf, type PartResult } from '../campaign/figures.ts';
import { parts } from '../campaign/parts.ts';
import { runParts } from '../campaign/run-parts.ts';
import { root } from './places.ts';

const ENGINES: readonly EngineName[] = ['memory', 'sqlite', 'postgres'];

function readFlags() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '20261122' },
      scale: { type: 'string', default: '1' },
      engine: { type: 'string' },
      resume: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0)
    throw new Error(`No part "${unknown.join('", "')}"; there are: ${parts.map(({ name }) => name).join(', ')}`);
  const engines = ENGINES.filter((name) => values.engine === undefined || values.engine === name || name === 'memory');
  if (values.engine !== undefined && !engines.some((name) => name === values.engine)) {
    throw new Error(`No engine "${values.engine}"; there are: ${ENGINES.join(', ')}`);
  }
  const [seed, scale] = [Number(values.seed), Number(values.scale)];
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed "${values.seed}" is not a whole number`);
  if (!(scale > 0 && scale <= 1)) throw new Error(`--scale "${values.scale}" is not above 0 and at most 1`);
  return {
    seed,
    scale,
    engines,
    resume: values.resume,
    chosen: parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
  };
}

function print({ part, engine, seconds, figures }: PartResult): void {
  const missed = figures.filter((figure) => !isMet(figure)).length;
  console.log(`${part} on ${engine}: ${missed === 0 ? 'ok' : `${missed} NOT as wanted`} in ${seconds.toFixed(0)} s`);
}

async function main(): Promise<void> {
  const { seed, scale, engines: names, resume, chosen } = readFlags();
  const folder = join(root, 'node_modules', '.cache', 'leavewell', 'campaign', `seed-${seed}-scale-${scale}`);
  await mkdir(folder, { recursive: true });
  console.log(`seed ${seed}, scale ${scale}`);
  const engines = createEngines(join(folder, 'engines'));
  try {
    const results = await runParts(chosen, {
      seed,
      scale,
      folder,
      resume,
      engine: engines.get,
      engines: names,
      onResult: print,
    });
    console.log(`\n${tableOf(results).join('\n')}`);
    process.exitCode = results.every(({ figures }) => figures.every(isMet)) ? 0 : 1;
  } finally {
    await engines.stop();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
await main();
