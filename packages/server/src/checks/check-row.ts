import { newTask } from '../outbox/new-task.ts';
import type { StoreReads, StoreRows } from '../ports/store.ts';

/** Of which membership, from when on. Instants are ISO 8601 in UTC. */
export interface CheckWanted {
  readonly tenantId: string;
  readonly membershipId: string;
  readonly dueAt: string;
  readonly now: string;
}

/** The one permanent row by which a membership is looked at. */
export function checkRowId(membershipId: string): string {
  return `check-${membershipId}`;
}

/** Has the company asked about a membership at `dueAt` or before, whatever was planned or given up until now. */
export async function scheduleCheck(rows: StoreRows, wanted: CheckWanted): Promise<void> {
  const { tenantId, membershipId, dueAt, now } = wanted;
  const id = checkRowId(membershipId);
  const stored = await rows.getOutbox(tenantId, id);
  const fresh = newTask({ tenantId, id, task: { kind: 'check', membershipId }, createdAt: now, dueAt });
  if (!stored) return rows.addToOutbox(fresh);
  if (stored.closedAt !== null) return rows.updateOutbox(fresh);
  if (Date.parse(dueAt) < Date.parse(stored.dueAt)) return rows.updateOutbox({ ...stored, dueAt });
}

/** What changes when somebody plans, claims or ends the check of a membership. */
export async function checkTrace(rows: StoreReads, tenantId: string, membershipId: string): Promise<string> {
  const row = await rows.getOutbox(tenantId, checkRowId(membershipId));
  return JSON.stringify([row?.dueAt, row?.attempts, row?.closedAt]);
}
