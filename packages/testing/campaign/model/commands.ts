import { entityTagOf } from '@leavewell/contract';
import fc from 'fast-check';
import { must, takeAnswer, takeRepeat, type ExpectedMembership } from './expected.ts';
import type { Death } from './mortal-store.ts';
import type { Press, Spoilt, World } from './world.ts';

/** What the model knows. */
export interface Model {
  readonly memberships: readonly ExpectedMembership[];
  /** Counts the steps that were taken, over all histories. */
  readonly taken: { steps: number; presses: number; acknowledged: number; deaths: number };
  pressed: number;
}

type Step = fc.AsyncCommand<Model, World>;

const pick = <T>(list: readonly T[], at: number): T => {
  const [found] = list.slice(at % list.length);
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

const renews = ({ company }: World, { id }: ExpectedMembership): boolean => company.subscription(`sub_${id}`).renews;

/** What holds after every step: the company is in a state that was asked for, and nothing was written twice. */
export function requireOrder(model: Model, world: World): void {
  for (const expected of model.memberships) {
    const state = renews(world, expected) ? 'on' : 'off';
    must(
      expected.allowed.has(state),
      `${expected.id}: the company is ${state}, and only ${[...expected.allowed].join(', ')} was asked for`,
    );
  }
  const seen = new Set<string>();
  for (const { intent, command } of world.company.writes) {
    must(!seen.has(`${intent} ${command}`), `the company was told intent ${intent} twice`);
    seen.add(`${intent} ${command}`);
  }
}

function step(text: string, run: (model: Model, world: World) => Promise<void>): Step {
  return {
    check: () => true,
    toString: () => text,
    run: async (model, world) => {
      model.taken.steps += 1;
      await run(model, world);
      requireOrder(model, world);
    },
  };
}

const verbs = [null, null, null, 'cancel-renewal', 'resume-renewal'] as const;

interface PressChoice {
  readonly at: number;
  /** Null for what the page offers: the opposite of what is. */
  readonly verb: Press['verb'] | null;
  /** Whether the page sends `If-Match`, as ours does. */
  readonly guarded: boolean;
  readonly death: Death | undefined;
  readonly faults: readonly Spoilt[];
}

const pressStep = (choice: PressChoice): Step =>
  step(`press(${JSON.stringify(choice)})`, async (model, world) => {
    const expected = pick(model.memberships, choice.at);
    const seen = await world.membership(expected.id);
    const press: Press = {
      membershipId: expected.id,
      verb: choice.verb ?? (seen.renewal === 'on' ? 'cancel-renewal' : 'resume-renewal'),
      key: `model-key-${(model.pressed += 1)}`,
      ifMatch: choice.guarded ? entityTagOf(seen) : null,
    };
    const { death, faults } = choice;
    const said = await world.press(press, { faults, ...(death && { death }) });
    model.taken.presses += 1;
    if (said === null) model.taken.deaths += 1;
    if (said?.status === 200) model.taken.acknowledged += 1;
    takeAnswer(expected, press, said, renews(world, expected));
  });

const repeatStep = (at: number, which: number, faults: readonly Spoilt[]): Step =>
  step(`repeat(${at}, ${which}, ${JSON.stringify(faults)})`, async (model, world) => {
    const expected = pick(model.memberships, at);
    if (expected.keys.length === 0) return;
    const open = expected.keys.filter(({ final }) => final === null);
    const key = pick(which % 2 === 0 && open.length > 0 ? open : expected.keys, which);
    const before = renews(world, expected);
    const said = await world.press(key.press, { faults });
    takeRepeat(expected, key, said, before, renews(world, expected));
  });

/** Nothing is shown that was not asked for; what was answered stays. */
const lookStep = (at: number): Step =>
  step(`look(${at})`, async (model, world) => {
    const expected = pick(model.memberships, at);
    const { renewal, state } = await world.membership(expected.id);
    const isShown = (renewal === 'on' || renewal === 'off') && expected.allowed.has(renewal);
    must(
      isShown || state === 'expired',
      `${expected.id} is shown ${renewal}, and only ${[...expected.allowed].join(', ')} was asked for`,
    );
  });

const fault = fc.constantFrom<Spoilt['fault']>(
  { status: 500, type: 'text/plain', body: 'no' },
  { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>', done: true },
  { status: 429, type: 'application/json', body: '{}' },
  { status: 200, type: 'application/json', body: '{"id":', done: true },
);
const spoilt = fc.record({ on: fc.constantFrom('read' as const, 'write' as const), fault });
const faults = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(spoilt, { maxLength: 3 }) },
);
const someDeath = fc.record({ atTransaction: fc.integer({ min: 1, max: 4 }), committed: fc.boolean() });
const death = fc.option(someDeath, { nil: undefined, freq: 5 });
const at = fc.nat({ max: 1 });
const guarded = fc.oneof({ weight: 1, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

const secondsAhead = fc.oneof(
  fc.integer({ min: 1, max: 90 }),
  fc.integer({ min: 61, max: 600 }),
  fc.integer({ min: 3600, max: 7300 }),
);

/** Everything that may happen, in the proportions in which it is interesting. */
export const steps: readonly fc.Arbitrary<Step>[] = [
  ...[1, 2, 3].map(() => fc.record({ at, verb: fc.constantFrom(...verbs), guarded, death, faults }).map(pressStep)),
  ...[1, 2].map(() =>
    fc.tuple(at, fc.nat({ max: 40 }), faults).map(([index, which, trouble]) => repeatStep(index, which, trouble)),
  ),
  at.map(lookStep),
  ...[1, 2].map(() =>
    secondsAhead.map((seconds) => step(`wait(${seconds})`, async (_, { clock }) => clock.advance(seconds * 1000))),
  ),
  death.map((mortal) => step(`work(${JSON.stringify(mortal ?? null)})`, (_, world) => world.work(mortal))),
  fc
    .tuple(at, fc.nat({ max: 9 }))
    .map(([index, number]) =>
      step(`declare(${index}, ${number})`, (model, world) =>
        world.declare(pick(model.memberships, index).id, `order-${number}`),
      ),
    ),
  fc.constant(step('restart()', async (_, world) => world.restart())),
  fc.nat({ max: 20 }).map((day) =>
    step(`renewPeriod(${day})`, async (model, world) => {
      // The company charges for another period of whoever renews, and says nothing.
      for (const { id } of model.memberships) {
        const { renews: goesOn, period_end } = world.company.subscription(`sub_${id}`);
        const ends = new Date(Date.parse(period_end) + (day + 1) * 86_400_000).toISOString();
        if (goesOn) world.company.change(`sub_${id}`, { period_end: ends });
      }
    }),
  ),
];
