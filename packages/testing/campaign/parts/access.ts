import { operations, type OperationName } from '@leavewell/contract';
import { createAccessWorld } from '../access/access-world.ts';
import { exactly, told, type Figure } from '../figures.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createStage } from '../stage.ts';
import { callers, targets, verdicts, type CallerName } from '../../../server/test/access/verdicts.ts';

interface Row {
  readonly name: OperationName;
  readonly caller: CallerName;
}

const names = Object.keys(operations).filter((name): name is OperationName => Object.hasOwn(operations, name));
const rows: readonly Row[] = names.flatMap((name) => callers.map((caller) => ({ name, caller })));

/** The cells of some rows of the matrix, as a server over a real database answers them. */
export async function accessStep(
  context: PartContext,
  share = 1,
): Promise<{ readonly counts: Counts; readonly report: string[] }> {
  const database = await context.engine.createDatabase('access');
  const stage = await createStage({ database, logFolder: context.folder });
  const report: string[] = [];
  const chosen = rows.filter((_, index) => index % Math.round(1 / share) === 0);
  let unlike = 0;
  try {
    const { url } = await stage.start();
    for (const [index, { name, caller }] of chosen.entries()) {
      const world = await createAccessWorld(url, `w${index}`);
      const unseen = new Set<string>();
      for (const target of targets) {
        const { verdict, words } = await world.answer(name, caller, target);
        const expected = verdicts[name][caller][target];
        if (verdict !== expected) report.push(`${name} by ${caller} of ${target}: ${verdict}, not ${expected}`);
        if (verdict.endsWith('_not_found')) unseen.add(words);
      }
      if (unseen.size > 1) unlike += 1;
    }
  } finally {
    await stage.stop();
    await database.close();
  }
  return { counts: { cells: chosen.length * targets.length, other: report.length, unlike }, report };
}

async function run(context: PartContext): Promise<Figure[]> {
  const of = await addSteps(context, 1, async () => {
    const { counts, report } = await accessStep(context, context.scale);
    for (const line of report) console.log(line);
    return counts;
  });
  return [
    told('cells: operation, caller, whose', of('cells')),
    exactly('cells that are not as written', of('other'), 0),
    exactly("rows that tell another's from what is not there", of('unlike'), 0),
  ];
}

/** The matrix of who may do what with whose, over HTTP and a real database (AC1, AC2). */
export const access: Part = {
  name: 'access',
  about: 'every operation, caller and owner of the access matrix, over HTTP and a real database',
  engines: ['sqlite', 'postgres'],
  run,
};
