import { checkMembership } from '../checks/check-membership.ts';
import { settleIntent } from '../commands/settle-intent.ts';
import type { Task } from '../ports/task.ts';
import type { Service } from '../service.ts';
import { notifyHost } from '../webhooks/out/notify-host.ts';
import { sendMessage } from './send-message.ts';
import type { TaskHandler, TaskOutcome, TaskRow } from './task-handler.ts';

type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

const handlers: { readonly [Kind in Task['kind']]: TaskHandler<TaskOf<Kind>> } = {
  send: sendMessage,
  settle: settleIntent,
  check: checkMembership,
  notify: notifyHost,
};

/** Does a claimed task, whichever kind it is. */
export function doTask<Kind extends Task['kind']>(
  service: Service,
  row: TaskRow<TaskOf<Kind>> & { readonly task: { readonly kind: Kind } },
): Promise<TaskOutcome> {
  return handlers[row.task.kind](service, row);
}
