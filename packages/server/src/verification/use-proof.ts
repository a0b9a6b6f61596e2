import type { VerificationMethod } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import type { StoreRows, VerificationRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { digestOf } from '../session/digest.ts';

/** What a proof must be bound to, beside the caller. */
interface ProofUse extends Pick<VerificationRecord, 'command' | 'membershipId'> {
  readonly proof: string | undefined;
}

/**
 * Uses up the proof for this command on this membership and tells how the member was verified; null when nothing is
 * asked for. Throws `verification_required`, or `proof_invalid` for one that is unknown, used, too old or for another
 * member, membership or command, all alike.
 */
export async function useProof(rows: StoreRows, call: MemberCall, use: ProofUse): Promise<VerificationMethod | null> {
  const required = call.service.requiredProof[use.command];
  if (use.proof === undefined) {
    if (required.length === 0) return null;
    throw new ServiceError('verification_required', { detail: `Verify first, by one of: ${required.join(', ')}.` });
  }
  const record = await rows.findVerificationByProof(call.viewer.tenantId, await digestOf(use.proof));
  const isRight = record && isBoundTo(record, call, use) && (required.length === 0 || required.includes(record.method));
  if (!isRight) throw new ServiceError('proof_invalid', { detail: 'Start another verification for this command.' });
  await rows.putVerification({ ...record, closedAt: formatInstant(call.now) });
  return record.method;
}

function isBoundTo(record: VerificationRecord, { viewer, now }: MemberCall, use: ProofUse): boolean {
  return (
    record.closedAt === null &&
    record.memberId === viewer.id &&
    record.membershipId === use.membershipId &&
    record.command === use.command &&
    record.proofExpiresAt !== null &&
    !hasPassed(record.proofExpiresAt, now)
  );
}
