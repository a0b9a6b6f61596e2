import { formatInstant } from '../../calendar/instant.ts';
import type { StoreReads, StoreRows } from '../../ports/store.ts';
import { digestOf } from '../../session/digest.ts';
import type { TaskRow } from '../../outbox/task-handler.ts';
import type { NotifyTask } from '../../ports/task.ts';

// Kept as a row of the outbox that is parked and never due, beside the other deliveries somebody has to look at.
async function markOf(url: string): Promise<string> {
  return `disabled-${await digestOf(url)}`;
}

/** Whether an address answered that it is gone: nothing is sent there until its mark is taken away or its URL changes. */
export async function isDisabled(rows: StoreReads, tenantId: string, url: string): Promise<boolean> {
  const mark = await rows.getOutbox(tenantId, await markOf(url));
  return mark?.isParked === true;
}

/** Remembers that the address of a delivery is gone. */
export async function disableAddress(rows: StoreRows, row: TaskRow<NotifyTask>, now: Date): Promise<void> {
  const id = await markOf(row.task.url);
  const at = formatInstant(now);
  const mark = { ...row, id, createdAt: at, dueAt: at, closedAt: at, isParked: true };
  const stored = await rows.getOutbox(row.tenantId, id);
  await (stored ? rows.updateOutbox(mark) : rows.addToOutbox(mark));
}
