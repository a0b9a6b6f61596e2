import type { OutboxRecord } from '../ports/store.ts';

/** What has to be done, and from when on. Instants are ISO 8601 in UTC. */
export type NewTask = Pick<OutboxRecord, 'tenantId' | 'id' | 'task' | 'createdAt' | 'dueAt'>;

/** A row of the outbox that nobody has tried yet. */
export function newTask(task: NewTask): OutboxRecord {
  return { ...task, attempts: 0, closedAt: null, isParked: false };
}
