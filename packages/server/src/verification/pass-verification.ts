import type { VerificationProof } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { countGuess, forgetGuesses } from '../limits/wrong-codes.ts';
import type { StoreRows, VerificationRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { toBase64Url } from '../session/base64url.ts';
import { digestOf } from '../session/digest.ts';
import { proofMinutesValid, secondsAfter } from './lifetimes.ts';
import { requireAttempts } from './require-attempts.ts';

/**
 * Exchanges a right code for a proof. The try is counted and committed before the code is looked at, so that guesses
 * sent at once do not get more tries than guesses sent one by one.
 */
export async function passVerification(call: MemberCall, code: string): Promise<VerificationProof> {
  const { store, verifiers } = call.service;
  const record = await store.transaction((rows) => countTry(rows, call));
  const isRight = await verifiers.get(record.method)?.accepts(record.secretHash, code, record.id);
  if (!isRight) throw new ServiceError('verification_code_wrong', { attemptsLeft: record.attemptsLeft });
  return giveProof(call);
}

/** The caller's verification while it can still be passed. Another member's answers as one that does not exist. */
async function findPassable(rows: StoreRows, { viewer, id, now }: MemberCall): Promise<VerificationRecord> {
  const record = await rows.getVerification(viewer.tenantId, id);
  if (record?.memberId !== viewer.id) {
    throw new ServiceError('verification_not_found', { detail: 'No verification of this member has this id.' });
  }
  if (record.closedAt !== null || record.proofHash !== null || hasPassed(record.expiresAt, now)) {
    throw expired();
  }
  return record;
}

function guesserOf({ service, viewer, now }: MemberCall, { method }: VerificationRecord) {
  return { limits: service.limits, viewer, method, now };
}

/** When the guesses at short codes are used up, with codes for other memberships, the next one is a longer one. */
async function countTry(rows: StoreRows, call: MemberCall): Promise<VerificationRecord> {
  const record = requireAttempts(await findPassable(rows, call));
  if (record.strength === 'usual' && !(await countGuess(rows, guesserOf(call, record)))) throw expired();
  const counted = { ...record, attemptsLeft: record.attemptsLeft - 1 };
  await rows.putVerification(counted);
  return counted;
}

function expired(): ServiceError {
  return new ServiceError('verification_expired', {
    detail: 'This code no longer works: start another verification.',
  });
}

/** A proof of 256 random bits, of which only the hash is kept. It is given once, also when right codes come at once. */
async function giveProof(call: MemberCall): Promise<VerificationProof> {
  const proof = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const proofHash = await digestOf(proof);
  const expiresAt = formatInstant(secondsAfter(call.now, proofMinutesValid * 60));
  await call.service.store.transaction(async (rows) => {
    const record = await findPassable(rows, call);
    await rows.putVerification({ ...record, proofHash, proofExpiresAt: expiresAt });
    await forgetGuesses(rows, guesserOf(call, record));
  });
  return { proof, expiresAt };
}
