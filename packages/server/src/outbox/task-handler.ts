import type { OutboxRecord } from '../ports/store.ts';
import type { Task } from '../ports/task.ts';
import type { Service } from '../service.ts';

/** A claimed row of one kind of task. */
export interface TaskRow<T extends Task> extends OutboxRecord {
  readonly task: T;
}

/** What became of a task: done for good, or to be done again. `attempts` is what its backoff is counted from. */
export type TaskOutcome = 'done' | { readonly dueAt: string; readonly attempts: number };

/** Does one task. It may be run twice, also at once, so its effect is one. Whatever it throws is a try that failed. */
export type TaskHandler<T extends Task> = (service: Service, row: TaskRow<T>) => Promise<TaskOutcome>;
