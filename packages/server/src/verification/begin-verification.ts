import type { StartVerification, Verification, VerificationMethod } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { hasPassed } from '../calendar/has-passed.ts';
import { requireAllowed } from '../commands/require-allowed.ts';
import type { MemberCall } from '../http/call.ts';
import { guessesLeft, nextGuessAt } from '../limits/wrong-codes.ts';
import { findMembership } from '../membership/find-membership.ts';
import type { MembershipRecord, StoreReads, StoreRows, VerificationRecord } from '../ports/store.ts';
import type { Challenge, Verifier } from '../ports/verifier.ts';
import { chooseText } from '../rules/choose-text.ts';
import { ServiceError } from '../service-error.ts';
import { acceptedFor } from './asked-of.ts';
import { countStart } from './count-start.ts';
import { deliverChallenge } from './deliver-challenge.ts';
import { codeAttempts, codeMinutesValid, resendSeconds, secondsAfter } from './lifetimes.ts';
import { methodKinds, type MethodKind } from './method-kind.ts';
import { attemptsExceeded, requireAttempts } from './require-attempts.ts';
import { shownHash } from './shown-hash.ts';

/** A way that this member has, and where its codes go. */
interface Way {
  readonly verifier: Verifier;
  readonly destination: string | null;
}

/** What a verification is made of. */
interface Making {
  readonly verifier: Verifier;
  readonly planName: string;
  readonly shown: string;
}

interface NewParts extends Tries {
  readonly id: string;
  readonly challenge: Challenge;
  readonly shown: string;
}

interface Begun {
  readonly record: VerificationRecord;
  /** Null when the code on its way is still good. */
  readonly challenge: Challenge | null;
}

/** How often an answer is looked at, and whether the guesses among them are counted over all verifications. */
type Tries = Pick<VerificationRecord, 'strength' | 'attemptsLeft'>;

/**
 * Starts a verification of one act, for a member whom the rules allow it and by a way that is accepted for it. Asking
 * again before `resendAt` answers the same verification and sends nothing, but for a passkey, which gets a fresh
 * challenge each time. Throws what the rules say, `verification_method_unavailable`, `verification_attempts_exceeded`,
 * `rate_limited` or `message_not_sent`; none of these closes another way.
 */
export async function beginVerification(call: MemberCall, wanted: StartVerification): Promise<Verification> {
  const { store } = call.service;
  const { begun, way } = await store.transaction(async (rows) => {
    const membership = await findMembership(rows, call.viewer, wanted.membershipId);
    if (wanted.command !== 'changeFactors') requireAllowed(call, membership, wanted.command);
    const found = await wayOf(rows, call, wanted, membership);
    const planName = chooseText(membership.plan.name, [call.viewer.language]);
    const shown = await shownHash(rows, { member: call.viewer, command: wanted.command, membership });
    return { way: found, begun: await reuseOrMake(rows, call, wanted, { verifier: found.verifier, planName, shown }) };
  });
  if (begun.challenge) await deliverChallenge(call, begun.record, begun.challenge);
  return describe(begun, way.destination, call.now);
}

async function wayOf(
  reads: StoreReads,
  call: MemberCall,
  { method, command }: StartVerification,
  membership: MembershipRecord,
): Promise<Way> {
  const accepted = await acceptedFor(call, command, membership, reads);
  if (!accepted.includes(method)) throw unavailable(`${method} is not accepted for this act here`, accepted);
  const verifier = call.service.verifiers.get(method);
  const offer = await verifier?.offerTo(call.viewer, reads);
  if (verifier && offer) return { verifier, destination: offer.destination };
  throw unavailable(`This member cannot use ${method}`, accepted);
}

function unavailable(reason: string, accepted: readonly VerificationMethod[]): ServiceError {
  const remedy = accepted.length === 0 ? 'nothing has to be verified' : `accepted are ${accepted.join(', ')}`;
  return new ServiceError('verification_method_unavailable', { detail: `${reason}; ${remedy}.` });
}

async function reuseOrMake(
  rows: StoreRows,
  call: MemberCall,
  wanted: StartVerification,
  making: Making,
): Promise<Begun> {
  const { viewer, now } = call;
  const open = await rows.findOpenVerification(viewer.tenantId, { ...wanted, memberId: viewer.id });
  const tries = await triesOf(rows, call, wanted.method);
  if (open && isUnderWay(open, wanted, making.shown, now) && (open.strength === 'high' || tries.guesses > 0)) {
    return { record: requireAttempts(open), challenge: null };
  }
  await countStart(rows, call, wanted.method);
  if (open) await rows.putVerification({ ...open, closedAt: formatInstant(now) });
  const id = crypto.randomUUID();
  const { verifier, planName, shown } = making;
  const { command } = wanted;
  const { strength } = tries;
  const subject = { verificationId: id, member: viewer, command, planName, strength, now };
  const challenge = await verifier.challenge(subject, rows);
  const record = newRecord(call, wanted, { ...tries, id, challenge, shown });
  await rows.putVerification(record);
  return { record, challenge };
}

/** What the guesses that are left allow, by kind of method. */
const triesOfKind: Readonly<Record<MethodKind, (guesses: number) => Tries>> = {
  // When the guesses would not do for another short code, the next one is longer.
  sent: (guesses) => ({ strength: guesses < codeAttempts ? 'high' : 'usual', attemptsLeft: codeAttempts }),
  known: (guesses) => ({ strength: 'usual', attemptsLeft: Math.min(codeAttempts, guesses) }),
  signed: () => ({ strength: 'high', attemptsLeft: codeAttempts }),
  login: () => ({ strength: 'high', attemptsLeft: codeAttempts }),
};

/** What cannot be made longer waits until there is another guess at it. */
async function triesOf(
  rows: StoreRows,
  call: MemberCall,
  method: VerificationMethod,
): Promise<Tries & { readonly guesses: number }> {
  const guesser = { limits: call.service.limits, viewer: call.viewer, method, now: call.now };
  const guesses = await guessesLeft(rows, guesser);
  if (methodKinds[method] === 'known' && guesses === 0) {
    throw attemptsExceeded((await nextGuessAt(rows, guesser)) ?? formatInstant(call.now));
  }
  return { ...triesOfKind[methodKinds[method]](guesses), guesses };
}

/** One that began a moment ago, has not been used and is about the same; once passed, another proof needs another. */
function isUnderWay(
  open: VerificationRecord,
  { method }: StartVerification,
  shown: string,
  now: Date,
): boolean {
  const isFresh = !hasPassed(open.resendAt, now) && !hasPassed(open.expiresAt, now);
  return isFresh && open.method === method && open.proofHash === null && open.shownHash === shown;
}

function newRecord(
  { viewer, now }: MemberCall,
  { membershipId, command, method }: StartVerification,
  { id, challenge: { secretHash, codeLength }, strength, attemptsLeft, shown }: NewParts,
): VerificationRecord {
  // A signature is asked for afresh each time.
  const waitSeconds = methodKinds[method] === 'signed' ? 0 : resendSeconds;
  return {
    tenantId: viewer.tenantId,
    id,
    memberId: viewer.id,
    membershipId,
    command,
    method,
    shownHash: shown,
    secretHash,
    codeLength,
    strength,
    attemptsLeft,
    createdAt: formatInstant(now),
    expiresAt: formatInstant(secondsAfter(now, codeMinutesValid * 60)),
    resendAt: formatInstant(secondsAfter(now, waitSeconds)),
    proofHash: null,
    proofExpiresAt: null,
    closedAt: null,
  };
}

function describe({ record, challenge }: Begun, destination: string | null, now: Date): Verification {
  const { id, method, codeLength, attemptsLeft, expiresAt, resendAt } = record;
  const passkey = challenge?.passkey ?? null;
  return { id, method, destination, codeLength, passkey, attemptsLeft, expiresAt, resendAt, asOf: formatInstant(now) };
}
