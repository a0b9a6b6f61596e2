import type { SendTask } from '../ports/task.ts';
import type { TaskHandler } from './task-handler.ts';

/** Hands a message to the host's gateway, with the same id on every try. */
export const sendMessage: TaskHandler<SendTask> = async ({ sender }, { task }) => {
  await sender.send(task.message);
  return 'done';
};
