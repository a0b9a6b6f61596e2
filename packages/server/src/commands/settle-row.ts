import { newTask } from '../outbox/new-task.ts';
import type { IntentRecord, OutboxRecord, StoreRows } from '../ports/store.ts';

function rowOf({ tenantId, id, memberId, idempotencyKey, startedAt }: IntentRecord, dueAt: string): OutboxRecord {
  return newTask({
    tenantId,
    id: `settle-${id}`,
    task: { kind: 'settle', memberId, idempotencyKey },
    createdAt: startedAt,
    dueAt,
  });
}

/** Whether somebody will come back to this intent: not when it was told to its member that it failed. */
export async function isToBeSettled(rows: StoreRows, intent: IntentRecord): Promise<boolean> {
  const row = await rows.getOutbox(intent.tenantId, rowOf(intent, intent.leasedUntil).id);
  return row !== undefined && row.closedAt === null;
}

/** Has a new intent looked at when its lease ends, whatever becomes of this process. */
export async function settleFirst(rows: StoreRows, intent: IntentRecord): Promise<void> {
  await rows.addToOutbox(rowOf(intent, intent.leasedUntil));
}

/** Has the intent looked at again from `dueAt` on. */
export async function settleLater(rows: StoreRows, intent: IntentRecord, dueAt: string): Promise<void> {
  const row = rowOf(intent, dueAt);
  const stored = await rows.getOutbox(row.tenantId, row.id);
  await (stored ? rows.updateOutbox({ ...row, attempts: stored.attempts }) : rows.addToOutbox(row));
}

/** Nobody comes back to the intent by themselves any more. It has a row since it was written down. */
export async function settleNever(rows: StoreRows, intent: IntentRecord, closedAt: string): Promise<void> {
  await rows.updateOutbox({ ...rowOf(intent, closedAt), closedAt });
}
