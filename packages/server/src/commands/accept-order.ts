import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { findMembership } from '../membership/find-membership.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { IntentRecord, MembershipRecord, StoreRows } from '../ports/store.ts';
import { placeOf } from '../policy/policy-of.ts';
import { ServiceError } from '../service-error.ts';
import { useProof } from '../verification/use-proof.ts';
import { requireMatch } from './if-match.ts';
import type { AcceptedOrder, KeyedOrder } from './renewal-order.ts';
import { requireAllowed } from './require-allowed.ts';
import { isToBeSettled, settleFirst, settleLater } from './settle-row.ts';

/** Longer than every call of a billing company together may take, so that nobody takes over what is still running. */
const leaseSeconds = 60;

/** An order that was answered before: the exact answer. */
interface AnsweredOrder {
  readonly answer: NonNullable<IntentRecord['answer']>;
}

/**
 * Writes the intent down before anything happens, in one transaction with the use of the proof; or takes up the intent
 * of an earlier try. Whoever gets through holds its lease. A refusal stores nothing, so that the key can be used again.
 * @param held - the lease that this very request took before, when it begins again
 */
export async function acceptOrder(
  call: MemberCall,
  order: KeyedOrder,
  held: string | null,
): Promise<AcceptedOrder | AnsweredOrder> {
  const { service, viewer, now } = call;
  return service.store.transaction(async (rows) => {
    const record = await findMembership(rows, viewer, order.membershipId);
    const known = await rows.findIntent(viewer.tenantId, viewer.id, order.idempotencyKey);
    if (known) requireSameOrder(known, order);
    if (known?.answer) return { answer: requireStanding(call, record, known.answer) };
    const open = known ?? (await rows.findOpenIntent(viewer.tenantId, record.id));
    if (open && open.leasedUntil !== held && !hasPassed(open.leasedUntil, now)) throw inProgress(call, record);
    return known ? takeUp(rows, call, known, record) : writeIntent(rows, call, order, record, open);
  });
}

/** A proof may be left out of a repeat: it was used up, and a page that was loaded again does not have it any more. */
function requireSameOrder(known: IntentRecord, order: KeyedOrder): void {
  const isSameProof = order.proofHash === null || order.proofHash === known.proofHash;
  if (known.requestHash === order.requestHash && isSameProof) return;
  throw new ServiceError('idempotency_key_reused', {
    detail: 'This Idempotency-Key stands for another request: use a new one for a new intent.',
  });
}

function inProgress(call: MemberCall, record: MembershipRecord): ServiceError {
  return new ServiceError('in_progress', {
    detail: 'A request on this membership is still running: ask again.',
    membership: presentMembership(call, record),
  });
}

function leaseFrom(now: Date): string {
  return formatInstant(new Date(now.getTime() + leaseSeconds * 1000));
}

async function takeUp(
  rows: StoreRows,
  { now }: MemberCall,
  known: IntentRecord,
  record: MembershipRecord,
): Promise<AcceptedOrder> {
  const intent = { ...known, leasedUntil: leaseFrom(now) };
  const mayHaveHappened = await isToBeSettled(rows, intent);
  await rows.leaseIntent(intent.tenantId, intent.id, intent.leasedUntil);
  await settleLater(rows, intent, intent.leasedUntil);
  return { intent, record, mayHaveHappened };
}

/** What stays of an intent that another one took the place of. */
const superseded: AnsweredOrder['answer'] = { status: 412, body: '' };

/** A late copy of an order that was taken over must not undo what was done since. */
function requireStanding(
  call: MemberCall,
  record: MembershipRecord,
  answer: AnsweredOrder['answer'],
): AnsweredOrder['answer'] {
  if (answer.status !== superseded.status) return answer;
  throw new ServiceError('membership_changed', {
    detail: 'A later order took the place of this one: look at the membership again.',
    membership: presentMembership(call, record),
  });
}

/** Ends an intent whose key must never begin anything again; its id is free for the one that goes on with it. */
async function supersede(rows: StoreRows, left: IntentRecord): Promise<void> {
  const id = crypto.randomUUID();
  await rows.deleteIntent(left.tenantId, left.id);
  await rows.insertIntent({ ...left, id, target: `superseded:${id}`, answer: superseded });
}

/** The membership as the new order finds it: what another command left pending is of no account any more. */
async function withoutPending(
  rows: StoreRows,
  record: MembershipRecord,
  left: IntentRecord | undefined,
  order: KeyedOrder,
): Promise<MembershipRecord> {
  if (record.pendingCommand === null || left?.command === order.command) return record;
  const next = { ...record, pendingCommand: null, version: record.version + 1 };
  await rows.putMembership(next);
  return next;
}

/** @param left - an intent on this membership that nobody works on any more; the new one takes its place */
async function writeIntent(
  rows: StoreRows,
  call: MemberCall,
  order: KeyedOrder,
  found: MembershipRecord,
  left: IntentRecord | undefined,
): Promise<AcceptedOrder> {
  requireMatch(call, found, order.ifMatch);
  requireAllowed(call, found, order.command);
  const verifiedBy = await useProof(rows, call, { ...order, record: found });
  // The same change, begun under another key and left, goes on under its id: the company sees one intent.
  const same = left?.command === order.command ? left : undefined;
  const mayHaveHappened = same !== undefined && (await isToBeSettled(rows, same));
  if (left) await supersede(rows, left);
  const record = await withoutPending(rows, found, left, order);
  const intent = newIntent(call, order, record, { id: same?.id ?? crypto.randomUUID(), verifiedBy, at: call.now });
  // Under the id of one that was left there is a row already.
  const settle = same ? settleLater(rows, intent, intent.leasedUntil) : settleFirst(rows, intent);
  await Promise.all([rows.insertIntent(intent), settle]);
  return { intent, record, mayHaveHappened };
}

function newIntent(
  { viewer, place }: MemberCall,
  order: KeyedOrder,
  record: MembershipRecord,
  { id, verifiedBy, at }: Pick<IntentRecord, 'id' | 'verifiedBy'> & { readonly at: Date },
): IntentRecord {
  return {
    tenantId: viewer.tenantId,
    id,
    memberId: viewer.id,
    idempotencyKey: order.idempotencyKey,
    requestHash: order.requestHash,
    proofHash: order.proofHash,
    membershipId: record.id,
    command: order.command,
    target: [record.id, order.command, record.facts.periodEndsAt ?? 'lifetime', record.version].join(':'),
    startedAt: formatInstant(at),
    leasedUntil: leaseFrom(at),
    verifiedBy,
    channel: order.channel,
    place: placeOf(place, record),
    declaration: order.declaration,
    answer: null,
  };
}
