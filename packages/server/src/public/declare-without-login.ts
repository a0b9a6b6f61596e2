import type { DeclarationReceipt } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { localTime } from '../calendar/local-time.ts';
import { useLimits } from '../limits/use-limits.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import type { DeclarationRecord } from '../ports/filed-record.ts';
import type { StoreReads, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { carryOutDeclaration } from './carry-out-declaration.ts';
import { declarationId } from './declaration-id.ts';
import { matchDeclaration, typed } from './match-declaration.ts';
import { placeHabits } from './place-habits.ts';
import { wayOf, type Declared, type PublicRequest, type Way } from './public-request.ts';
import { sendCode } from './verify-declaration.ts';

const mostAttempts = 3;

/**
 * Takes a declaration of a visitor without a login: the one way for the page and for the API. It is written down with
 * its time before anything else; then, where a membership fits, the same command runs as for everybody, or the code is
 * sent that the operator wants first. Sending it again finds the same record. No answer tells what was found.
 * Throws `rate_limited`.
 */
export async function declareWithoutLogin(request: PublicRequest, declared: Declared): Promise<DeclarationRecord> {
  const { filed, isNew } = await file(request, declared);
  if (filed.outcome === 'pending') await carryOutDeclaration(request, filed);
  // Not waited for: how long a gateway takes would tell that a contract was found.
  if (filed.outcome === 'verifying' && isNew) void sendCode(request, filed);
  return filed;
}

/** The record of exactly this declaration, if there is one. */
export async function findDeclaration(
  reads: StoreReads,
  tenantId: string,
  declared: Declared,
): Promise<DeclarationRecord | undefined> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const known = await reads.getFiled('declaration', tenantId, await declarationId(tenantId, declared, attempt));
    if (known === undefined || isOf(known, declared)) return known;
  }
  return undefined;
}

function isOf({ receipt }: DeclarationRecord, { act, declaration }: Declared): boolean {
  return canonicalJson([receipt.act, receipt.declaration]) === canonicalJson([act, declaration]);
}

interface Filing {
  readonly filed: DeclarationRecord;
  readonly isNew: boolean;
}

async function file(request: PublicRequest, declared: Declared): Promise<Filing> {
  const { service, tenantId } = request;
  return service.store.transaction(async (rows) => {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const id = await declarationId(tenantId, declared, attempt);
      const known = await rows.getFiled('declaration', tenantId, id);
      if (known === undefined) return { filed: await insert(rows, request, declared, id), isNew: true };
      if (isOf(known, declared)) return { filed: known, isNew: false };
    }
    throw new ServiceError('version_conflict', { detail: 'No reference is free: send it again with another key.' });
  });
}

async function insert(
  rows: StoreRows,
  request: PublicRequest,
  declared: Declared,
  id: string,
): Promise<DeclarationRecord> {
  const { service, tenantId, address, now } = request;
  const { contract, email } = declared.declaration;
  await useLimits(rows, { limits: service.limits, tenantId, now }, [
    { limit: 'declarationsPerAddress', who: address },
    { limit: 'declarationsPerContract', who: `${typed(contract)}\n${typed(email)}` },
  ]);
  const match = await matchDeclaration(rows, tenantId, declared.declaration);
  const way = wayOf(request, declared.act);
  const filed: DeclarationRecord = {
    tenantId,
    id,
    memberId: match?.holder.id ?? null,
    membershipId: match?.record.id ?? null,
    at: formatInstant(now),
    receipt: receiptOf(request, declared, id),
    outcome: match || way === 'after_code' ? firstOutcome[way] : 'for_a_person',
    receiptId: null,
  };
  await rows.insertFiled('declaration', filed);
  return filed;
}

/** Where a code is asked for, it is asked for what fits no contract as well. */
const firstOutcome: Readonly<Record<Way, DeclarationRecord['outcome']>> = {
  at_once: 'pending',
  after_code: 'verifying',
  by_person: 'for_a_person',
};

function receiptOf({ place, now }: PublicRequest, { act, declaration }: Declared, id: string): DeclarationReceipt {
  const receivedAt = formatInstant(now);
  const { timeZone } = placeHabits[place];
  return { id, act, declaration, receivedAt, receivedAtLocal: localTime(receivedAt, timeZone), timeZone, place };
}
