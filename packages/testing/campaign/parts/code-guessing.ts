import { atLeast, atMost, exactly, told, type Figure } from '../figures.ts';
import { createGuessWorld, type GuessWorld } from '../guessing/guess-world.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createSeededRandom, seedFor, type SeededRandom } from '../seeded-random.ts';

const GUESSES = 1_000_000;
const GUESSES_PER_STEP = 50_000;
const MEMBERS = 5;
const ADDRESSES = 10_000;
const DAY_MS = 86_400_000;
const MOST_PER_CODE = 5;
const MOST_PER_DAY = 9;

interface Victim {
  readonly name: string;
  verification: string | null;
  /** When each guess was looked at. */
  readonly evaluatedAt: number[];
}

/** An address out of 10,000, half of them of IPv6 and each in a network of its own. */
function addressOf(random: SeededRandom): string {
  const number = random.whole(0, ADDRESSES - 1);
  const [high, low] = [number >> 8, number & 255];
  return number % 2 === 0 ? `198.18.${high}.${low}` : `2001:db8:${high.toString(16)}:${low.toString(16)}::1`;
}

/** The most that lie within any 24 hours. */
function mostInADay(times: readonly number[]): number {
  let [most, from] = [0, 0];
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? time) >= DAY_MS) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Why another code has to be asked for. */
const spent = new Set(['verification_expired', 'verification_attempts_exceeded', 'verification_not_found']);

async function guessOnce(world: GuessWorld, victim: Victim, perCode: Map<string, number>, random: SeededRandom): Promise<string> {
  victim.verification ??= await world.start(victim.name, addressOf(random));
  const id = victim.verification;
  if (id === null) return 'no_code';
  const said = await world.guess(victim.name, id, String(random.whole(0, 999_999)).padStart(6, '0'), addressOf(random));
  if (said === 'ok' || said === 'verification_code_wrong') {
    perCode.set(id, (perCode.get(id) ?? 0) + 1);
    victim.evaluatedAt.push(world.clock.now().getTime());
  }
  if (said === 'ok' || spent.has(said)) victim.verification = null;
  return said;
}

/** Thieves with a member's session guess codes for two days. */
export async function guessStep(seed: number, guesses: number): Promise<Counts> {
  const random = createSeededRandom(seed);
  const names = Array.from({ length: MEMBERS }, (_, index) => `victim-${index}`);
  const world = await createGuessWorld(names);
  const victims = names.map((name): Victim => ({ name, verification: null, evaluatedAt: [] }));
  const perCode = new Map<string, number>();
  const outcomes = new Map<string, number>();
  for (let guess = 0; guess < guesses; guess += 1) {
    world.clock.advance(Math.ceil((2 * DAY_MS) / guesses));
    const said = await guessOnce(world, random.pick(victims), perCode, random);
    outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
  }
  return {
    guesses,
    evaluated: [...perCode.values()].reduce((sum, count) => sum + count, 0),
    right: outcomes.get('ok') ?? 0,
    maxPerCode: Math.max(0, ...perCode.values()),
    maxPerDay: Math.max(...victims.map(({ evaluatedAt }) => mostInADay(evaluatedAt))),
  };
}

async function run(context: PartContext): Promise<Figure[]> {
  const guesses = context.scaled(GUESSES);
  const steps = Math.ceil(guesses / GUESSES_PER_STEP);
  const of = await addSteps(context, steps, (index) => guessStep(seedFor(context.seed, `guess ${index}`), Math.ceil(guesses / steps)));
  return [
    told('guesses', of('guesses')),
    atLeast('guesses that were looked at', of('evaluated'), 1),
    atMost('looked at per code, most', of('maxPerCode'), MOST_PER_CODE),
    atMost('looked at per member in 24 hours, most', of('maxPerDay'), MOST_PER_DAY),
    exactly('right by luck', of('right'), 0),
  ];
}

/** A million guesses from ten thousand addresses find no code (AU4, RL1). */
export const codeGuessing: Part = {
  name: 'code-guessing',
  about: "guesses at SMS codes from 10,000 addresses, with the member's own session, over two days",
  engines: ['memory'],
  run,
};
