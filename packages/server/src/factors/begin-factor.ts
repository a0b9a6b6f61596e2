import type { AddFactor, FactorSetup } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { useLimits } from '../limits/use-limits.ts';
import type { FactorRecord } from '../ports/filed-record.ts';
import type { StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { secondsAfter } from '../verification/lifetimes.ts';
import { useFactorProof } from '../verification/use-proof.ts';
import { isEnrolling, type EnrollingVerifier } from './enrolling-verifier.ts';
import { basisOf, mostFactors, setupMinutes, type PendingSecret } from './factor-setup.ts';
import { factorsOf } from './member-factors.ts';

/**
 * Begins to set up a factor. A member who can be verified already shows it first, by any of their ways; the first way
 * of a member who has none is free. Throws `verification_required`, `step_up_required`, `proof_invalid`,
 * `verification_method_unavailable` or `rate_limited`; a refusal does not use the proof up.
 */
export async function beginFactor(call: MemberCall, wanted: AddFactor): Promise<FactorSetup> {
  return call.service.store.transaction(async (rows) => {
    const held = await factorsOf(rows, call.viewer);
    await useFactorProof(rows, call, wanted.proof);
    const verifier = call.service.verifiers.get(wanted.method);
    if (!isEnrolling(verifier)) throw unavailable(`${wanted.method} cannot be set up here.`);
    if (held.length >= mostFactors) throw tooMany();
    return begin(rows, call, { ...wanted, held, verifier });
  });
}

function unavailable(detail: string): ServiceError {
  return new ServiceError('verification_method_unavailable', { detail });
}

/** The refusal of a member who has as many as there may be. */
export function tooMany(): ServiceError {
  return unavailable(`A member has at most ${mostFactors} factors: remove one first.`);
}

interface Wanted extends Pick<AddFactor, 'method' | 'label'> {
  readonly held: readonly FactorRecord[];
  readonly verifier: EnrollingVerifier;
}

async function begin(
  rows: StoreRows,
  call: MemberCall,
  { method, held, verifier, label = verifier.defaultLabel }: Wanted,
): Promise<FactorSetup> {
  const { service, viewer, now } = call;
  const scope = { limits: service.limits, tenantId: viewer.tenantId, now };
  await useLimits(rows, scope, [{ limit: 'factorSetupsPerMember', who: viewer.id }]);
  const factorId = crypto.randomUUID();
  const ofMethod = held.filter((factor) => factor.method === method);
  const { secret, ...told } = await verifier.beginEnrolment({ factorId, member: viewer, held: ofMethod, now });
  const pending: PendingSecret = { secret, basis: await basisOf(rows, viewer) };
  const record = newFactor(call, { method, label }, factorId, pending);
  await rows.insertFiled('factor', record);
  return { id: factorId, method, ...told, expiresAt: record.setupExpiresAt };
}

function newFactor(
  { viewer, now }: MemberCall,
  { method, label }: Pick<FactorRecord, 'method' | 'label'>,
  id: string,
  pending: PendingSecret,
): FactorRecord {
  return {
    tenantId: viewer.tenantId,
    id,
    memberId: viewer.id,
    membershipId: null,
    at: formatInstant(now),
    method,
    label,
    secret: JSON.stringify(pending),
    usableSince: null,
    setupExpiresAt: formatInstant(secondsAfter(now, setupMinutes * 60)),
    lastUsedAt: null,
    removedAt: null,
  };
}
