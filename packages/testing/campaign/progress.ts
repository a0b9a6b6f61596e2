import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { Counts } from './part.ts';

const Saved = z.record(z.string(), z.record(z.string(), z.nullable(z.number())));

/** What a part has counted so far, kept in one file. */
export interface Progress {
  step(name: string, work: () => Promise<Counts>): Promise<Counts>;
}

async function readSaved(file: string): Promise<Record<string, Counts>> {
  try {
    const saved = Saved.parse(JSON.parse(await readFile(file, 'utf8')));
    // JSON writes a number that is none as null.
    const whole = (counts: Record<string, number | null>) =>
      Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, value ?? Number.NaN]));
    return Object.fromEntries(Object.entries(saved).map(([name, counts]) => [name, whole(counts)]));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** Opens the progress of a part; without `resume` it begins from nothing. */
export async function openProgress(file: string, resume: boolean): Promise<Progress> {
  await mkdir(dirname(file), { recursive: true });
  const done = resume ? await readSaved(file) : {};
  const save = async (): Promise<void> => {
    await writeFile(`${file}.new`, JSON.stringify(done));
    await rename(`${file}.new`, file);
  };
  await save();
  return {
    step: async (name, work) => {
      const before = done[name];
      if (before !== undefined) return before;
      const counts = await work();
      done[name] = counts;
      await save();
      return counts;
    },
  };
}
