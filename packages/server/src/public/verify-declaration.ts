import type { VerificationMethod } from '@leavewell/contract';
import { currentFacts } from '../membership/billing-subject.ts';
import { useLimits } from '../limits/use-limits.ts';
import type { DeclarationRecord } from '../ports/filed-record.ts';
import { policyOf } from '../policy/policy-of.ts';
import { ServiceError } from '../service-error.ts';
import { acceptedMethods } from '../verification/asked-of.ts';
import { beginVerification } from '../verification/begin-verification.ts';
import { passVerification } from '../verification/pass-verification.ts';
import { callOf, carryOutDeclaration } from './carry-out-declaration.ts';
import { matchedOf, type Match } from './match-declaration.ts';
import { leaveToPerson } from './note-outcome.ts';
import { sentCodes, type PublicRequest } from './public-request.ts';

/**
 * Sends a code for a declaration to the phone or mail on file, if one can be sent; whoever asks for too many gets none.
 * Never rejects: what becomes of it must not show on the page.
 */
export async function sendCode(request: PublicRequest, filed: DeclarationRecord): Promise<void> {
  const { service } = request;
  try {
    const match = await service.store.read((rows) => matchedOf(rows, filed));
    const method = match && (await methodOf(request, filed, match));
    if (!match || !method) return;
    const wanted = { membershipId: match.record.id, command: filed.receipt.act, method };
    await beginVerification(callOf(request, match), wanted);
  } catch (error) {
    if (error instanceof ServiceError && error.status < 500) return;
    service.log({ level: 'error', message: 'public page: no code could be sent', error });
  }
}

/** The first way that the policy of this contract accepts, that sends something, and that the holder has. */
async function methodOf(
  request: PublicRequest,
  { receipt }: DeclarationRecord,
  match: Match,
): Promise<VerificationMethod | undefined> {
  const { service, now } = request;
  const call = callOf(request, match);
  const policy = policyOf(call, match.record, currentFacts(service, match.record, now), receipt.act);
  for (const method of acceptedMethods(policy).filter((one) => sentCodes.includes(one))) {
    const verifier = service.verifiers.get(method);
    if (verifier && (await service.store.read((reads) => verifier.offerTo(match.holder, reads)))) return method;
  }
  return undefined;
}

/**
 * Tries a code for a declaration. A right one has it carried out; to every other the answer is the same, and so it is
 * to every code where no contract was found. Counted by the counters of every verification, and by address.
 * Throws `rate_limited`.
 */
export async function tryCode(request: PublicRequest, filed: DeclarationRecord, code: string): Promise<boolean> {
  await countTry(request);
  const proof = await proofOf(request, filed, code);
  if (proof === null) return false;
  await carryOutDeclaration(request, filed, proof);
  return true;
}

async function countTry({ service, tenantId, now, address }: PublicRequest): Promise<void> {
  const use = { limit: 'declarationsPerAddress', who: address } as const;
  await service.store.transaction((rows) => useLimits(rows, { limits: service.limits, tenantId, now }, [use]));
}

async function proofOf(request: PublicRequest, filed: DeclarationRecord, code: string): Promise<string | null> {
  const { service } = request;
  const { match, open } = await service.store.read(async (rows) => {
    const found = await matchedOf(rows, filed);
    const of = found && { memberId: found.holder.id, membershipId: found.record.id, command: filed.receipt.act };
    return { match: found, open: of && (await rows.findOpenVerification(filed.tenantId, of)) };
  });
  // One that the holder began in their own session, with a password or a device, is not for this page.
  if (!match || !open || !sentCodes.includes(open.method)) return null;
  try {
    return (await passVerification({ ...callOf(request, match), id: open.id }, { code })).proof;
  } catch (error) {
    if (error instanceof ServiceError && error.status < 500) return null;
    throw error;
  }
}

/** Sends another code, if one can be sent. Throws `rate_limited`. */
export async function sendAnother(request: PublicRequest, filed: DeclarationRecord): Promise<void> {
  await countTry(request);
  void sendCode(request, filed);
}

/** For somebody who can get no code: a person goes on with it, and it counts from when it was received (AU8, S43). */
export async function giveUpCode({ service }: PublicRequest, filed: DeclarationRecord): Promise<void> {
  if (filed.outcome === 'verifying') await leaveToPerson(service, filed);
}
