import type { VerificationMethod } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { CountedUse, MemberRecord, StoreRows } from '../ports/store.ts';
import type { Limits } from './limits.ts';

/** Whose guesses, with what and when. */
export interface Guesser {
  readonly limits: Limits;
  readonly viewer: Pick<MemberRecord, 'tenantId' | 'id'>;
  readonly method: VerificationMethod;
  readonly now: Date;
}

/** Three codes of an app are right at any time, the one before and the one after among them: fewer guesses, same chance. */
const mostGuessesAt: Partial<Record<VerificationMethod, number>> = { totp: 3 };

/**
 * One counter for each guess that is allowed, each good for one guess in 24 hours. A single counter would begin afresh
 * all at once, and let twice as many guesses into the 24 hours around that moment. Counted by member and way of
 * verifying: nobody else can use the guesses up.
 */
async function slotsOf({ limits, viewer, method, now }: Guesser): Promise<CountedUse[]> {
  const rule = limits.ruleOf('wrongCodesPerMember');
  if (rule === null) return [];
  const key = await limits.keyOf('wrongCodesPerMember', `${viewer.id}\n${method}`);
  const most = Math.min(rule.most, mostGuessesAt[method] ?? rule.most);
  return Array.from({ length: most }, (_, index) => ({
    tenantId: viewer.tenantId,
    key: `${key}:${index}`,
    now: formatInstant(now),
    windowSeconds: rule.seconds,
  }));
}

async function freeSlots(rows: StoreRows, guesser: Guesser): Promise<CountedUse[]> {
  const free: CountedUse[] = [];
  for (const slot of await slotsOf(guesser)) {
    if ((await rows.readCount(slot)).count === 0) free.push(slot);
  }
  return free;
}

/** How many guesses at a code of the usual length are left. */
export async function guessesLeft(rows: StoreRows, guesser: Guesser): Promise<number> {
  return (await freeSlots(rows, guesser)).length;
}

/** When there is one guess more; null when nothing was counted. */
export async function nextGuessAt(rows: StoreRows, guesser: Guesser): Promise<string | null> {
  const used: string[] = [];
  for (const slot of await slotsOf(guesser)) {
    const { count, resetsAt } = await rows.readCount(slot);
    if (count > 0) used.push(resetsAt);
  }
  return used.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}

/** Counts a guess at a code of the usual length before it is looked at; false when none was left. */
export async function countGuess(rows: StoreRows, guesser: Guesser): Promise<boolean> {
  for (const slot of await slotsOf(guesser)) {
    const { count } = await rows.readCount(slot);
    if (count > 0) continue;
    await rows.countUse(slot);
    return true;
  }
  return false;
}

/** Begins afresh after a right code. */
export async function forgetGuesses(rows: StoreRows, guesser: Guesser): Promise<void> {
  for (const slot of await slotsOf(guesser)) await rows.forgetUses(slot);
}
