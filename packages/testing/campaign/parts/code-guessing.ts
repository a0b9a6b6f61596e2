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
/** Of six digits; longer ones may be tried more often. */
const MOST_USUAL_PER_DAY = 9;
const USUAL_LENGTH = 6;
/** OWASP ASVS 6.5.1, and requirement AU4. */
const MOST_CHANCE = 1e-5;

interface Victim {
  readonly name: string;
  verification: { readonly id: string; readonly codeLength: number } | null;
  /** The guesses that were looked at. */
  readonly evaluated: Evaluated[];
}

/** A guess that was looked at: when, and how many digits it had to have. */
interface Evaluated {
  readonly at: number;
  readonly codeLength: number;
}

/** An address out of 10,000, half of them of IPv6 and each in a network of its own. */
function addressOf(random: SeededRandom): string {
  const number = random.whole(0, ADDRESSES - 1);
  const [high, low] = [number >> 8, number & 255];
  return number % 2 === 0 ? `198.18.${high}.${low}` : `2001:db8:${high.toString(16)}:${low.toString(16)}::1`;
}

/** The largest sum of weights of guesses that lie within 24 hours of each other. */
function mostInADay(guesses: readonly Evaluated[], weightOf: (guess: Evaluated) => number): number {
  const sums = guesses.map(({ at: end }) => {
    const within = guesses.filter(({ at }) => at <= end && at > end - DAY_MS);
    return within.reduce((sum, guess) => sum + weightOf(guess), 0);
  });
  return Math.max(0, ...sums);
}

/** Why another code has to be asked for. */
const spent = new Set(['verification_expired', 'verification_attempts_exceeded', 'verification_not_found']);

const guessOf = (length: number, random: SeededRandom): string =>
  String(random.whole(0, 10 ** length - 1)).padStart(length, '0');
const isUsual = ({ codeLength }: Evaluated): number => (codeLength === USUAL_LENGTH ? 1 : 0);
const chanceOf = ({ codeLength }: Evaluated): number => 10 ** -codeLength;

async function guessOnce(
  world: GuessWorld,
  victim: Victim,
  perCode: Map<string, number>,
  random: SeededRandom,
): Promise<string> {
  victim.verification ??= await world.start(victim.name, addressOf(random));
  if (victim.verification === null) return 'no_code';
  const { id, codeLength } = victim.verification;
  const said = await world.guess(victim.name, id, guessOf(codeLength, random), addressOf(random));
  if (said === 'ok' || said === 'verification_code_wrong') {
    perCode.set(id, (perCode.get(id) ?? 0) + 1);
    victim.evaluated.push({ at: world.clock.now().getTime(), codeLength });
  }
  if (said === 'ok' || spent.has(said)) victim.verification = null;
  return said;
}

/** Thieves with a member's session guess codes for two days. */
export async function guessStep(seed: number, guesses: number): Promise<Counts> {
  const random = createSeededRandom(seed);
  const names = Array.from({ length: MEMBERS }, (_, index) => `victim-${index}`);
  const world = await createGuessWorld(names);
  const victims = names.map((name): Victim => ({ name, verification: null, evaluated: [] }));
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
    maxUsualPerDay: Math.max(...victims.map((victim) => mostInADay(victim.evaluated, isUsual))),
    maxChance: Math.max(...victims.map((victim) => mostInADay(victim.evaluated, chanceOf))),
  };
}

async function run(context: PartContext): Promise<Figure[]> {
  const guesses = context.scaled(GUESSES);
  const steps = Math.ceil(guesses / GUESSES_PER_STEP);
  const of = await addSteps(context, steps, (index) =>
    guessStep(seedFor(context.seed, `guess ${index}`), Math.ceil(guesses / steps)),
  );
  return [
    told('guesses', of('guesses')),
    atLeast('guesses that were looked at', of('evaluated'), 1),
    atMost('looked at per code, most', of('maxPerCode'), MOST_PER_CODE),
    atMost('looked at per member in 24 hours, of six digits, most', of('maxUsualPerDay'), MOST_USUAL_PER_DAY),
    atMost('chance of being right per member in 24 hours, worst', of('maxChance'), MOST_CHANCE),
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
