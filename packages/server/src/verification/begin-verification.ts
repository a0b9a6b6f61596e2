import type { StartVerification, Verification } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { hasPassed } from '../calendar/has-passed.ts';
import { requireAllowed } from '../commands/require-allowed.ts';
import type { MemberCall } from '../http/call.ts';
import { useLimits } from '../limits/use-limits.ts';
import { guessesLeft } from '../limits/wrong-codes.ts';
import { findMembership } from '../membership/find-membership.ts';
import type { StoreRows, VerificationRecord } from '../ports/store.ts';
import type { Challenge, Verifier } from '../ports/verifier.ts';
import { chooseText } from '../rules/choose-text.ts';
import { ServiceError } from '../service-error.ts';
import { deliverChallenge } from './deliver-challenge.ts';
import { codeAttempts, codeMinutesValid, resendSeconds, secondsAfter } from './lifetimes.ts';
import { requireAttempts } from './require-attempts.ts';

/** A factor this member has, and where its codes go. */
interface Factor {
  readonly verifier: Verifier;
  readonly destination: string;
}

interface Begun {
  readonly record: VerificationRecord;
  /** Null when the code on its way is still good. */
  readonly challenge: Challenge | null;
}

/**
 * Starts a verification of one command on one membership, for a member whom the rules allow that command. Asking again
 * before `resendAt` answers the same verification and sends nothing. Whoever asks for too many codes is refused.
 */
export async function beginVerification(call: MemberCall, wanted: StartVerification): Promise<Verification> {
  const { store } = call.service;
  const { begun, factor } = await store.transaction(async (rows) => {
    const membership = await findMembership(rows, call.viewer, wanted.membershipId);
    requireAllowed(call, membership, wanted.command);
    const found = factorOf(call, wanted);
    const planName = chooseText(membership.plan.name, [call.viewer.language]);
    return { factor: found, begun: await reuseOrMake(rows, call, wanted, found.verifier, planName) };
  });
  if (begun.challenge) await deliverChallenge(call, begun.record, begun.challenge);
  return describe(begun, factor.destination, call.now);
}

function factorOf({ service, viewer }: MemberCall, { method }: StartVerification): Factor {
  const verifier = service.verifiers.get(method);
  const destination = verifier?.destinationOf(viewer) ?? null;
  if (verifier && destination !== null) return { verifier, destination };
  throw new ServiceError('verification_method_unavailable', { detail: `This member cannot use ${method}.` });
}

async function reuseOrMake(
  rows: StoreRows,
  call: MemberCall,
  wanted: StartVerification,
  verifier: Verifier,
  planName: string,
): Promise<Begun> {
  const { viewer, now } = call;
  const open = await rows.findOpenVerification(viewer.tenantId, { ...wanted, memberId: viewer.id });
  const guesses = await guessesLeft(rows, { ...call, limits: call.service.limits, method: wanted.method });
  if (open && isUnderWay(open, wanted, now, guesses)) return { record: requireAttempts(open), challenge: null };
  await countCode(rows, call, wanted);
  if (open) await rows.putVerification({ ...open, closedAt: formatInstant(now) });
  const id = crypto.randomUUID();
  const strength = guesses < codeAttempts ? 'high' : 'usual';
  const { command } = wanted;
  const challenge = await verifier.challenge({ verificationId: id, member: viewer, command, planName, strength });
  const record = newRecord(call, wanted, id, challenge, strength);
  await rows.putVerification(record);
  return { record, challenge };
}

/** Only codes that somebody pays for and somebody's phone rings for are counted. */
async function countCode(rows: StoreRows, call: MemberCall, { method }: StartVerification): Promise<void> {
  if (method !== 'sms_code') return;
  const { service, viewer, now, address = null } = call;
  await useLimits(rows, { limits: service.limits, tenantId: viewer.tenantId, now }, [
    { limit: 'codesPerMember', who: viewer.id },
    { limit: 'codesPerNumber', who: viewer.phone },
    { limit: 'codesPerAccount', who: viewer.account.id },
    { limit: 'codesPerTenant', who: viewer.tenantId },
    { limit: 'codesPerAddress', who: address },
  ]);
}

/** A code that was sent a moment ago and has not been used; once passed, another one is needed for another proof. */
function isUnderWay(
  open: VerificationRecord,
  { method }: StartVerification,
  now: Date,
  guesses: number,
): boolean {
  const isFresh = !hasPassed(open.resendAt, now) && !hasPassed(open.expiresAt, now);
  const isGuessable = open.strength === 'high' || guesses > 0;
  return isFresh && isGuessable && open.method === method && open.proofHash === null;
}

function newRecord(
  { viewer, now }: MemberCall,
  { membershipId, command, method }: StartVerification,
  id: string,
  { secretHash, codeLength }: Challenge,
  strength: VerificationRecord['strength'],
): VerificationRecord {
  return {
    tenantId: viewer.tenantId,
    id,
    memberId: viewer.id,
    membershipId,
    command,
    method,
    secretHash,
    codeLength,
    strength,
    attemptsLeft: codeAttempts,
    createdAt: formatInstant(now),
    expiresAt: formatInstant(secondsAfter(now, codeMinutesValid * 60)),
    resendAt: formatInstant(secondsAfter(now, resendSeconds)),
    proofHash: null,
    proofExpiresAt: null,
    closedAt: null,
  };
}

function describe({ record }: Begun, destination: string, now: Date): Verification {
  const { id, method, codeLength, attemptsLeft, expiresAt, resendAt } = record;
  return { id, method, destination, codeLength, attemptsLeft, expiresAt, resendAt, asOf: formatInstant(now) };
}
