import type { FactorList, FinishFactor } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import type { FactorRecord } from '../ports/filed-record.ts';
import type { StoreReads, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { tooMany } from './begin-factor.ts';
import { isEnrolling, type EnrollingVerifier } from './enrolling-verifier.ts';
import { basisOf, mostFactors, readPending } from './factor-setup.ts';
import { factorNotFound, findFactor } from './find-factor.ts';
import { factorsOf } from './member-factors.ts';
import { presentFactors } from './present-factors.ts';
import { tellChange } from './tell-change.ts';

/**
 * Ends setting up a factor by showing that it works; from then on it counts, and what was verified before is void.
 * Throws `factor_not_found`, `verification_expired` when it took too long or the other factors changed meanwhile, or
 * `factor_not_accepted`, after which another answer may be sent.
 */
export async function finishFactor(call: MemberCall, answer: FinishFactor): Promise<FactorList> {
  const { store } = call.service;
  const [pending, held] = await store.read(async (reads) => [
    await findPending(reads, call),
    await factorsOf(reads, call.viewer),
  ]);
  const verifier = verifierOf(call, pending);
  const ofMethod = held.filter(({ method }) => method === pending.method);
  const subject = { factorId: pending.id, member: call.viewer, held: ofMethod, now: call.now };
  const secret = await verifier.finishEnrolment(subject, readPending(pending).secret, answer);
  if (secret === null) {
    throw new ServiceError('factor_not_accepted', { detail: 'The answer does not show that this factor works.' });
  }
  const list = await store.transaction((rows) => keep(rows, call, verifier, secret));
  call.service.outbox.kick();
  return list;
}

/** A setup of the caller that can still be ended. */
async function findPending(reads: StoreReads, call: MemberCall): Promise<FactorRecord> {
  const record = await findFactor(reads, call);
  if (record.usableSince !== null) throw factorNotFound();
  const isCurrent = readPending(record).basis === (await basisOf(reads, call.viewer));
  if (isCurrent && !hasPassed(record.setupExpiresAt, call.now)) return record;
  throw new ServiceError('verification_expired', { detail: 'Setting this up is over: begin again.' });
}

function verifierOf({ service }: MemberCall, { method }: FactorRecord): EnrollingVerifier {
  const verifier = service.verifiers.get(method);
  if (isEnrolling(verifier)) return verifier;
  throw factorNotFound();
}

/** Looked at again within the transaction: two answers at once set one factor up. */
async function keep(
  rows: StoreRows,
  call: MemberCall,
  { isSingle }: EnrollingVerifier,
  secret: string,
): Promise<FactorList> {
  const at = formatInstant(call.now);
  const record = await findPending(rows, call);
  const held = await factorsOf(rows, call.viewer);
  const replaced = isSingle ? held.filter(({ method }) => method === record.method) : [];
  if (held.length - replaced.length >= mostFactors) throw tooMany();
  for (const old of replaced) await rows.putFiled('factor', { ...old, secret: '', removedAt: at });
  await rows.putFiled('factor', { ...record, secret, at, usableSince: at });
  await tellChange(rows, call, 'added', record);
  return presentFactors(rows, call.viewer);
}
