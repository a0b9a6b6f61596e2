import { canonicalJson } from '../membership/canonical-json.ts';
import type { FactorRecord, FiledReads } from '../ports/filed-record.ts';
import type { MemberRecord } from '../ports/store.ts';
import { digestOf } from '../session/digest.ts';
import { factorsMark } from './factors-mark.ts';

/** More than anybody uses, and few enough to look at them all. */
export const mostFactors = 10;

/** How long setting one up may take, in minutes. */
export const setupMinutes = 10;

/** What a factor keeps while it is being set up. */
export interface PendingSecret {
  /** What the verifier asked to be kept. */
  readonly secret: string;
  /** The member's ways to verify when it began, as a digest. */
  readonly basis: string;
}

/** What `beginFactor` wrote; this program wrote it. */
export function readPending({ secret }: FactorRecord): PendingSecret {
  return JSON.parse(secret);
}

/**
 * On what a setup rests. Whoever began one while there was nothing to show must not end it once there is: the first
 * factor that is there decides over every other.
 */
export async function basisOf(reads: FiledReads, member: MemberRecord): Promise<string> {
  return digestOf(canonicalJson(await factorsMark(reads, member)));
}
