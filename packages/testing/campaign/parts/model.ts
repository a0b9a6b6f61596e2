import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atLeast, exactly, told, type Figure } from '../figures.ts';
import { checkModel } from '../model/check-model.ts';
import { addSteps, type Part, type PartContext } from '../part.ts';
import { seedFor } from '../seeded-random.ts';

const SEEDS = 20;
/** 50,000 steps and more over all seeds, of up to 100 steps each. */
const HISTORIES_PER_SEED = 55;
const STEPS = 50_000;

async function run(context: PartContext): Promise<Figure[]> {
  const histories = context.scaled(HISTORIES_PER_SEED);
  const of = await addSteps(context, SEEDS, async (index) => {
    const { counts, report } = await checkModel({ seed: seedFor(context.seed, `model ${index}`), histories });
    if (report !== '') await writeFile(join(context.folder, `counterexample-${index}.txt`), report);
    return counts;
  });
  return [
    atLeast('steps over 20 seeds', of('steps'), STEPS * context.scale),
    told('commands pressed', of('presses')),
    told('commands acknowledged', of('acknowledged')),
    told('processes lost in the middle of a command', of('deaths')),
    exactly('counterexamples', of('counterexamples'), 0),
  ];
}

/** Any interleaving of commands, repeats, lost replies, lost processes and time keeps what was promised (XO1, CC1). */
export const model: Part = {
  name: 'model',
  about:
    'random histories of cancel, resume, late repeats, declarations, renewals, crashes and lost replies (fast-check)',
  engines: ['memory'],
  run,
};
