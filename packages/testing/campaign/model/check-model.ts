import fc from 'fast-check';
import type { Counts } from '../part.ts';
import type { WrapCompany } from '../stage.ts';
import { requireOrder, steps, type Model } from './commands.ts';
import { expectedMembership, must } from './expected.ts';
import { createWorld, type World } from './world.ts';

const NOW = '2026-11-22T02:42:00Z';
const STEPS_PER_HISTORY = 100;
const MEMBERSHIP_IDS = ['m_1', 'm_2'];
const HOUR_MS = 3_600_000;

/** How one model run is done. */
export interface ModelOptions {
  readonly seed: number;
  readonly histories: number;
  /** What lies between provider and company; nothing when absent. */
  readonly wrap?: WrapCompany;
}

/** When everything is well again and time has passed, nothing is left open and everybody agrees. */
async function requireEnd(model: Model, world: World): Promise<void> {
  world.restart();
  for (let round = 0; round < 8; round += 1) {
    world.clock.advance(HOUR_MS);
    for (let pass = 0; pass < 3; pass += 1) await world.work();
  }
  requireOrder(model, world);
  for (const { id } of model.memberships) {
    const { renewal, pendingCommand } = await world.membership(id);
    must(pendingCommand === null, `${id} is still pending a day later`);
    const companySays = world.company.subscription(`sub_${id}`).renews ? 'on' : 'off';
    must(renewal === companySays, `${id} is shown ${renewal} and the company says ${companySays}`);
  }
  for (const [id, times] of world.receiptsSent) must(times >= 1, `receipt ${id} was sent ${times} times`);
  for (const { keys } of model.memberships) {
    for (const { final } of keys) {
      if (final === null) continue;
      const { receipt } = JSON.parse(final);
      must(world.receiptsSent.has(receipt.id), `the receipt ${receipt.id} was never sent`);
    }
  }
}

async function runHistory(
  commands: Iterable<fc.AsyncCommand<Model, World>>,
  model: Model,
  world: World,
): Promise<void> {
  for (const { id } of model.memberships) await world.declare(id, null);
  await fc.asyncModelRun(() => ({ model, real: world }), commands);
  await requireEnd(model, world);
}

/** Runs random histories of all that can happen. A broken rule is counted, and told with the shortest history. */
export async function checkModel({
  seed,
  histories,
  wrap,
}: ModelOptions): Promise<{ readonly counts: Counts; readonly report: string }> {
  const taken = { steps: 0, presses: 0, acknowledged: 0, deaths: 0 };
  const property = fc.asyncProperty(
    fc.commands([...steps], { maxCommands: STEPS_PER_HISTORY, size: 'max' }),
    async (commands) => {
      const model: Model = { memberships: MEMBERSHIP_IDS.map(expectedMembership), taken, pressed: 0 };
      await runHistory(commands, model, createWorld(NOW, wrap));
    },
  );
  const result = await fc.check(property, { seed, numRuns: histories, endOnFailure: false });
  const report = result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}` : '';
  return { counts: { ...taken, counterexamples: result.failed ? 1 : 0 }, report };
}
