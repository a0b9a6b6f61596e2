import type { Engine, EngineName } from './engine.ts';
import type { Figure } from './figures.ts';

/** What one step of a part counted. Kept in a file, so that a stopped run goes on after it. */
export type Counts = Readonly<Record<string, number>>;

/** What a part is run with. */
export interface PartContext {
  readonly engine: Engine;
  readonly seed: number;
  /** 1 for the whole campaign, less for a short run. */
  readonly scale: number;
  /** A folder of this part's own: logs of its server processes, databases. */
  readonly folder: string;
  /** So many of the whole campaign's number, at least one. */
  scaled(whole: number): number;
  /** Does a step, or reads what it counted in a run that was stopped. */
  step(name: string, work: () => Promise<Counts>): Promise<Counts>;
}

/** One part of the campaign. */
export interface Part {
  readonly name: string;
  /** What is done, in a line. */
  readonly about: string;
  /** The engines it is run on; one is enough where the engine plays no role. */
  readonly engines: readonly EngineName[];
  run(context: PartContext): Promise<readonly Figure[]>;
}

/** What all steps counted together. A name that begins with `max` keeps the largest, one with `min` the least. */
export function sumOf(steps: readonly Counts[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, value] of steps.flatMap((step) => Object.entries(step))) {
    const before = total[name];
    if (before === undefined) total[name] = value;
    else if (name.startsWith('max')) total[name] = Math.max(before, value);
    else if (name.startsWith('min')) total[name] = Math.min(before, value);
    else total[name] = before + value;
  }
  return total;
}

/** Runs numbered steps one after the other and adds up what they counted. */
export async function addSteps(
  context: PartContext,
  count: number,
  work: (step: number, seed: string) => Promise<Counts>,
): Promise<(name: string) => number> {
  const steps: Counts[] = [];
  for (let index = 0; index < count; index += 1) {
    steps.push(await context.step(`${index + 1}-of-${count}`, () => work(index, `step ${index}`)));
  }
  const total = sumOf(steps);
  return (name) => total[name] ?? Number.NaN;
}
