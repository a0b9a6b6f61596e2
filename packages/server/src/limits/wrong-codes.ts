import type { VerificationMethod } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { Count, CountedUse, MemberRecord, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import type { Limits } from './limits.ts';

/** Whose guesses, with what and when. */
export interface Guesser {
  readonly limits: Limits;
  readonly viewer: Pick<MemberRecord, 'tenantId' | 'id'>;
  readonly method: VerificationMethod;
  readonly now: Date;
}

/**
 * One counter for each guess that is allowed, each good for one guess in 24 hours. A single counter would begin afresh
 * all at once, and let twice as many guesses into the 24 hours around that moment.
 */
async function slotsOf({ limits, viewer, method, now }: Guesser): Promise<CountedUse[]> {
  const rule = limits.ruleOf('wrongCodesPerMember');
  if (rule === null) return [];
  const key = await limits.keyOf('wrongCodesPerMember', `${viewer.id}\n${method}`);
  return Array.from({ length: rule.most }, (_, index) => ({
    tenantId: viewer.tenantId,
    key: `${key}:${index}`,
    now: formatInstant(now),
    windowSeconds: rule.seconds,
  }));
}

/** The slots that are free; throws `verification_attempts_exceeded`, with the moment one will be, when none is. */
async function freeSlots(rows: StoreRows, guesser: Guesser): Promise<CountedUse[]> {
  const free: CountedUse[] = [];
  const taken: Count[] = [];
  for (const slot of await slotsOf(guesser)) {
    const count = await rows.readCount(slot);
    if (count.count === 0) free.push(slot);
    else taken.push(count);
  }
  if (free.length > 0) return free;
  const [retryAt] = taken.map(({ resetsAt }) => resetsAt).sort();
  throw new ServiceError('verification_attempts_exceeded', {
    detail: 'Too many wrong codes: try again at "retryAt", or in another way.',
    attemptsLeft: 0,
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** How many wrong codes the member may still send. Throws `verification_attempts_exceeded` when it is none. */
export async function guessesLeft(rows: StoreRows, guesser: Guesser): Promise<number> {
  return (await freeSlots(rows, guesser)).length;
}

/**
 * Counts a guess before it is looked at, and tells how many are left if it is wrong. Counted by member and way of
 * verifying: nobody else can use the guesses up, and another way stays open.
 */
export async function countGuess(rows: StoreRows, guesser: Guesser): Promise<number> {
  const [slot, ...left] = await freeSlots(rows, guesser);
  if (slot) await rows.countUse(slot);
  return left.length;
}

/** Begins afresh after a right code. */
export async function forgetGuesses(rows: StoreRows, guesser: Guesser): Promise<void> {
  for (const slot of await slotsOf(guesser)) await rows.forgetUses(slot);
}
