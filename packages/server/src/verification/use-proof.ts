import type { MembershipCommand, VerificationMethod, VerifiedAct } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import type { MembershipRecord, StoreRows, VerificationRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { digestOf } from '../session/digest.ts';
import { acceptedFor, ownMethods } from './asked-of.ts';
import { requireHostLogin } from './host-login.ts';
import { shownHash } from './shown-hash.ts';

/** What a proof is used for, beside the caller. */
interface ProofUse {
  readonly command: MembershipCommand;
  readonly proof: string | undefined;
  readonly record: MembershipRecord;
}

/** What a proof must be bound to, beside the caller. */
interface Binding {
  readonly command: VerifiedAct;
  readonly proof: string | undefined;
  /** Null where the proof is about the member alone. */
  readonly record: MembershipRecord | null;
  readonly accepted: readonly VerificationMethod[];
}

/**
 * Uses up the proof for this command on this membership and tells how the member was verified; null when nothing is
 * asked for. Throws `verification_required` or `step_up_required` without one, or `proof_invalid` for one that is
 * unknown, used, too old or for another member, membership or command, all alike.
 */
export async function useProof(rows: StoreRows, call: MemberCall, use: ProofUse): Promise<VerificationMethod | null> {
  return spend(rows, call, { ...use, accepted: await acceptedFor(call, use.command, use.record, rows) });
}

/**
 * The same before a factor is added or removed. A member who has no way at all shows nothing: the first one is free.
 */
export async function useFactorProof(
  rows: StoreRows,
  call: MemberCall,
  proof: string | undefined,
): Promise<VerificationMethod | null> {
  return spend(rows, call, { command: 'changeFactors', proof, record: null, accepted: await ownMethods(call, rows) });
}

async function spend(rows: StoreRows, call: MemberCall, binding: Binding): Promise<VerificationMethod | null> {
  const { proof, accepted } = binding;
  if (proof === undefined) return accepted.length === 0 ? null : requireHostLogin(call, accepted);
  const record = await rows.findVerificationByProof(call.viewer.tenantId, await digestOf(proof));
  const isAccepted = record && (accepted.length === 0 || accepted.includes(record.method));
  if (!isAccepted || !(await isBound(rows, call, record, binding))) {
    throw new ServiceError('proof_invalid', { detail: 'Start another verification for this command.' });
  }
  await rows.putVerification({ ...record, closedAt: formatInstant(call.now) });
  return record.method;
}

async function isBound(
  rows: StoreRows,
  { viewer, now }: MemberCall,
  found: VerificationRecord,
  { command, record }: Binding,
): Promise<boolean> {
  return (
    found.closedAt === null &&
    found.memberId === viewer.id &&
    (record === null || found.membershipId === record.id) &&
    found.command === command &&
    found.proofExpiresAt !== null &&
    !hasPassed(found.proofExpiresAt, now) &&
    found.shownHash === (await shownHash(rows, { member: viewer, command, membership: record }))
  );
}
