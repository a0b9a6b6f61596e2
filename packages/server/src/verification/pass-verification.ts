import type { FinishVerification, VerificationProof } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { countGuess, forgetGuesses, nextGuessAt } from '../limits/wrong-codes.ts';
import { describeError } from '../logging/describe-error.ts';
import { wordsIn } from '../logging/scrub.ts';
import type { StoreRows, VerificationRecord } from '../ports/store.ts';
import type { Acceptance } from '../ports/verifier.ts';
import { ServiceError } from '../service-error.ts';
import { toBase64Url } from '../session/base64url.ts';
import { digestOf } from '../session/digest.ts';
import { proofMinutesValid, secondsAfter } from './lifetimes.ts';
import { methodKinds } from './method-kind.ts';
import { attemptsExceeded, requireAttempts } from './require-attempts.ts';
import { shownHash } from './shown-hash.ts';

/**
 * Exchanges a right answer for a proof. The try is counted and committed before the answer is looked at, so that
 * guesses sent at once do not get more tries than guesses sent one by one.
 */
export async function passVerification(call: MemberCall, answer: FinishVerification): Promise<VerificationProof> {
  const record = await call.service.store.transaction((rows) => countTry(rows, call));
  try {
    return await giveProof(call, await lookAt(call, record, answer));
  } catch (error) {
    throw isWrong(error) ? wrongAnswer(call, record, error) : error;
  }
}

/** Throws `verification_code_wrong`; with a cause when it was wrong in a way that somebody should look at. */
async function lookAt(call: MemberCall, record: VerificationRecord, answer: FinishVerification): Promise<Acceptance> {
  const acceptance = await ask(call, record, answer).catch((error: unknown) => {
    throw error instanceof ServiceError ? error : unavailable(call, record, describeError(error, [...wordsIn(answer)]));
  });
  if (acceptance) return acceptance;
  throw new ServiceError('verification_code_wrong');
}

async function ask(
  { service, viewer, now }: MemberCall,
  { id: verificationId, method, secretHash }: VerificationRecord,
  answer: FinishVerification,
): Promise<Acceptance | null> {
  return service.store.read(
    async (reads) =>
      (await service.verifiers.get(method)?.accepts({ verificationId, member: viewer, secretHash, answer, reads, now })) ??
      null,
  );
}

/** A host's own check that fails is no wrong answer and no failure of ours: the member goes on with another way (P3). */
function unavailable({ service, viewer }: MemberCall, { id, method }: VerificationRecord, error: unknown): ServiceError {
  const code = 'verification_method_unavailable';
  const message = `verification ${id} by ${method} could not be checked`;
  service.log({ level: 'error', message, tenantId: viewer.tenantId, code, error });
  return new ServiceError(code, { detail: `Verify by another way: ${method} cannot be checked now.` });
}

function isWrong(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.code === 'verification_code_wrong';
}

/** The refusal that the member hears; why it was alarming is for the log alone (ASVS 16.3). */
function wrongAnswer({ service, viewer }: MemberCall, record: VerificationRecord, found: ServiceError): ServiceError {
  const { code, cause } = found;
  if (cause !== undefined) {
    const message = `suspicious answer to verification ${record.id} by ${record.method}`;
    service.log({ level: 'error', message, tenantId: viewer.tenantId, code, error: cause });
  }
  return new ServiceError(code, { attemptsLeft: record.attemptsLeft });
}

/**
 * The caller's verification while it can still be passed. Another member's answers as one that does not exist; one that
 * is about what has changed meanwhile could give no proof that works, and is over.
 */
async function findPassable(rows: StoreRows, { viewer, id, now }: MemberCall): Promise<VerificationRecord> {
  const record = await rows.getVerification(viewer.tenantId, id);
  if (record?.memberId !== viewer.id) {
    throw new ServiceError('verification_not_found', { detail: 'No verification of this member has this id.' });
  }
  if (record.closedAt !== null || record.proofHash !== null || hasPassed(record.expiresAt, now)) throw expired();
  const membership = (await rows.getMembership(viewer.tenantId, record.membershipId)) ?? null;
  const shown = await shownHash(rows, { member: viewer, command: record.command, membership });
  if (shown !== record.shownHash) throw expired();
  return record;
}

function guesserOf({ service, viewer, now }: MemberCall, { method }: VerificationRecord) {
  return { limits: service.limits, viewer, method, now };
}

async function countTry(rows: StoreRows, call: MemberCall): Promise<VerificationRecord> {
  const record = requireAttempts(await findPassable(rows, call));
  const guesser = guesserOf(call, record);
  if (record.strength === 'usual' && !(await countGuess(rows, guesser))) {
    // They were used up by codes for other memberships: the next code is a longer one, the next password waits.
    throw methodKinds[record.method] === 'known'
      ? attemptsExceeded((await nextGuessAt(rows, guesser)) ?? record.resendAt)
      : expired();
  }
  const counted = { ...record, attemptsLeft: record.attemptsLeft - 1 };
  await rows.putVerification(counted);
  return counted;
}

function expired(): ServiceError {
  return new ServiceError('verification_expired', {
    detail: 'This verification is over: start another one.',
  });
}

/** A proof of 256 random bits, of which only the hash is kept; given once, also when right answers come at once. */
async function giveProof(call: MemberCall, acceptance: Acceptance): Promise<VerificationProof> {
  const proof = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const proofHash = await digestOf(proof);
  const expiresAt = formatInstant(secondsAfter(call.now, proofMinutesValid * 60));
  await call.service.store.transaction(async (rows) => {
    const record = await findPassable(rows, call);
    await acceptance.record?.(rows);
    await rows.putVerification({ ...record, proofHash, proofExpiresAt: expiresAt });
    await forgetGuesses(rows, guesserOf(call, record));
  });
  return { proof, expiresAt };
}
