import type { IntentRecord, OutboxRecord, StoreRows } from '../ports/store.ts';

function idOf({ id }: IntentRecord): string {
  return `settle-${id}`;
}

/** Whether somebody will come back to this intent: not when it was told to its member that it failed. */
export async function isToBeSettled(rows: StoreRows, intent: IntentRecord): Promise<boolean> {
  const row = await rows.getOutbox(intent.tenantId, idOf(intent));
  return row !== undefined && row.closedAt === null;
}

/** Has the intent looked at again from `dueAt` on, whatever becomes of this process. */
export async function settleLater(rows: StoreRows, intent: IntentRecord, dueAt: string): Promise<void> {
  const id = idOf(intent);
  const row: OutboxRecord = {
    tenantId: intent.tenantId,
    id,
    task: { kind: 'settle', memberId: intent.memberId, idempotencyKey: intent.idempotencyKey },
    createdAt: intent.startedAt,
    dueAt,
    attempts: 0,
    closedAt: null,
    isParked: false,
  };
  const stored = await rows.getOutbox(intent.tenantId, id);
  await (stored ? rows.updateOutbox({ ...row, attempts: stored.attempts }) : rows.addToOutbox(row));
}

/** Nobody comes back to the intent by themselves any more. */
export async function settleNever(rows: StoreRows, intent: IntentRecord, closedAt: string): Promise<void> {
  const row = await rows.getOutbox(intent.tenantId, idOf(intent));
  if (row && row.closedAt === null) await rows.updateOutbox({ ...row, closedAt });
}
