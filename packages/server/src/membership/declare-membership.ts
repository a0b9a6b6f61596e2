import type { BillingFacts, PutMembership } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { scheduleCheck } from '../checks/check-row.ts';
import { nextCheckAt } from '../checks/next-check.ts';
import { isNothingKnown, nothingKnown } from '../checks/nothing-known.ts';
import { requireOwnReference } from '../checks/require-own-reference.ts';
import type { HostCall } from '../http/call.ts';
import type { MembershipRecord, StoreRows } from '../ports/store.ts';
import { keepCancellation } from '../rules/keep-cancellation.ts';
import { keepWhoSwitchedOff } from '../rules/keep-who-switched-off.ts';
import { ServiceError } from '../service-error.ts';
import { askProvider } from './ask-provider.ts';
import { canonicalJson } from './canonical-json.ts';
import { keepWithdrawal } from '../withdraw/keep-withdrawal.ts';

const maxTries = 5;

/** Facts, and where they are from. */
interface Told {
  readonly facts: BillingFacts;
  /** The version that was stored when the company was asked for them; null when they are the host's word. */
  readonly readAt: number | null;
}

/**
 * Stores what a host declares, with the facts it gives or those of the billing company, and resolves to the version.
 * Begins again when the membership was written while the company was asked: its answer may be the older one.
 * Throws `reference_taken`, `subscription_missing`, `provider_unavailable`, or `version_conflict` when others go on
 * writing.
 */
export async function declareMembership(call: HostCall, said: PutMembership): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      const told = said.facts === undefined ? await askCompany(call, said) : { facts: said.facts, readAt: null };
      return await store(call, said, told);
    } catch (error) {
      const isConflict = error instanceof ServiceError && error.code === 'version_conflict';
      if (!isConflict || tries === maxTries) throw error;
    }
  }
}

async function askCompany(call: HostCall, said: PutMembership): Promise<Told> {
  const { service, tenantId, id, now } = call;
  const before = await service.store.read(async (rows) => {
    await requireOwnReference(rows, tenantId, said);
    return rows.getMembership(tenantId, id);
  });
  const asked = recordOf(call, said, before, sameSubscription(before, said)?.facts ?? nothingKnown(now));
  const facts = await askProvider(service, asked, 'read', (provider, subject) => provider.read(subject, now));
  if (isNothingKnown(facts, now)) throw needsFacts();
  return { facts, readAt: before?.version ?? 0 };
}

function needsFacts(): ServiceError {
  const message = 'This provider keeps no facts of its own: send them.';
  return new ServiceError('invalid_request', { errors: [{ field: 'facts', message }] });
}

function sameSubscription(
  stored: MembershipRecord | undefined,
  { provider, providerReference }: PutMembership,
): MembershipRecord | undefined {
  return stored?.provider === provider && stored.providerReference === providerReference ? stored : undefined;
}

function store(call: HostCall, said: PutMembership, { facts, readAt }: Told): Promise<number> {
  const { service, tenantId, id } = call;
  return service.store.transaction(async (rows) => {
    await requireOwnReference(rows, tenantId, said);
    const stored = await rows.getMembership(tenantId, id);
    if (readAt !== null && readAt !== (stored?.version ?? 0)) throw writtenMeanwhile();
    const kept =
      readAt === null
        ? keepWithdrawal(stored, keepCancellation(stored, facts))
        : keepWhoSwitchedOff(sameSubscription(stored, said)?.facts, facts);
    const next = recordOf(call, said, stored, kept);
    await planCheck(rows, call, next, readAt === null);
    if (stored && canonicalJson({ ...next, version: stored.version }) === canonicalJson(stored)) return stored.version;
    await rows.putMembership(next);
    return next.version;
  });
}

function writtenMeanwhile(): ServiceError {
  return new ServiceError('version_conflict', { detail: 'The membership is being written by others: send it again.' });
}

function recordOf(
  { tenantId, id }: HostCall,
  said: PutMembership,
  stored: MembershipRecord | undefined,
  facts: BillingFacts,
): MembershipRecord {
  const { version = 0, receiptId = null, pendingCommand = null } = stored ?? {};
  return { ...said, facts, tenantId, id, version: version + 1, receiptId, pendingCommand };
}

/** What the host said of a company's subscription is compared with the company's own word at once. */
async function planCheck(
  rows: StoreRows,
  { tenantId, id: membershipId, now: at }: HostCall,
  { providerReference, facts }: MembershipRecord,
  isHostsWord: boolean,
): Promise<void> {
  if (providerReference === null) return;
  const now = formatInstant(at);
  await scheduleCheck(rows, { tenantId, membershipId, dueAt: isHostsWord ? now : nextCheckAt(facts, at), now });
}
