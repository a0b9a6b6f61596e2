import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { findMembership } from '../membership/find-membership.ts';
import type { IntentRecord, MembershipRecord, StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { useProof } from '../verification/use-proof.ts';
import type { AcceptedOrder, KeyedOrder } from './renewal-order.ts';
import { requireAllowed } from './require-allowed.ts';

/** An order that was answered before: the exact answer. */
interface AnsweredOrder {
  readonly answer: NonNullable<IntentRecord['answer']>;
}

/**
 * Writes the intent down before anything happens, in one transaction with the use of the proof; or finds the intent of
 * an earlier try. A refusal stores nothing, so that the same key can be used again.
 */
export async function acceptOrder(call: MemberCall, order: KeyedOrder): Promise<AcceptedOrder | AnsweredOrder> {
  const { service, viewer } = call;
  return service.store.transaction(async (rows) => {
    const known = await rows.findIntent(viewer.tenantId, viewer.id, order.idempotencyKey);
    if (known && known.requestHash !== order.requestHash) throw keyReused();
    if (known?.answer) return { answer: known.answer };
    const record = await findMembership(rows, viewer, order.membershipId);
    if (known && !(await isOvertaken(rows, known, record))) return { intent: known, record, isRepeat: true };
    if (known) await rows.deleteIntent(viewer.tenantId, known.id);
    return writeIntent(rows, call, order, record);
  });
}

/** The error for a key that already stands for another order. */
export function keyReused(): ServiceError {
  return new ServiceError('idempotency_key_reused', {
    detail: 'This Idempotency-Key stands for another request: use a new one for a new intent.',
  });
}

/** Whether a later order took effect since this one was left unanswered; going on with it would undo or repeat that. */
async function isOvertaken(rows: StoreRows, intent: IntentRecord, record: MembershipRecord): Promise<boolean> {
  if (record.receiptId === null) return false;
  const newest = await rows.getReceipt(record.tenantId, record.receiptId);
  return newest !== undefined && Date.parse(newest.receipt.requestedAt) > Date.parse(intent.startedAt);
}

async function writeIntent(
  rows: StoreRows,
  call: MemberCall,
  order: KeyedOrder,
  record: MembershipRecord,
): Promise<AcceptedOrder> {
  const { viewer, now } = call;
  requireAllowed(call, record, order.command);
  const verifiedBy = await useProof(rows, call, order);
  const target = [record.id, order.command, record.facts.periodEndsAt ?? 'lifetime', record.version].join(':');
  // The same change, begun under another key and left, is taken over under its id: the company sees one intent.
  const left = await rows.findIntentByTarget(viewer.tenantId, target);
  if (left) await rows.deleteIntent(viewer.tenantId, left.id);
  const intent: IntentRecord = {
    tenantId: viewer.tenantId,
    id: left?.id ?? crypto.randomUUID(),
    memberId: viewer.id,
    idempotencyKey: order.idempotencyKey,
    requestHash: order.requestHash,
    membershipId: record.id,
    command: order.command,
    target,
    startedAt: formatInstant(now),
    verifiedBy,
    answer: null,
  };
  await rows.insertIntent(intent);
  return { intent, record, isRepeat: left !== undefined };
}
