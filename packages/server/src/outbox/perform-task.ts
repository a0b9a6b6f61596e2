import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { OutboxRecord } from '../ports/store.ts';
import type { Task } from '../ports/task.ts';
import type { Service } from '../service.ts';
import { maxAttempts } from './max-attempts.ts';
import type { TaskKey } from './outbox-runner.ts';
import { doTask } from './task-handlers.ts';
import type { TaskOutcome } from './task-handler.ts';
import { withoutSecrets } from './without-secrets.ts';

const firstDelayMs = 60_000;
const maxDelayMs = 6 * 60 * 60_000;

/**
 * Does one task if it is still due: at least once, and by one runner at a time. It is put off before it is tried, so
 * that a lost process leaves it to the next; each try waits about twice as long as the one before, and after ten that
 * failed it is parked. Answers whether it was done.
 */
export async function performTask(service: Service, key: TaskKey): Promise<boolean> {
  const row = await claim(service, key);
  if (!row) return false;
  const closedAt = () => formatInstant(service.clock.now());
  try {
    const outcome = await doTask(service, row);
    await write(service, row, outcome === 'done' ? { closedAt: closedAt() } : goOn(outcome));
    return true;
  } catch (error) {
    const isLast = row.attempts >= maxAttempts;
    service.log({ level: 'error', message: failureText(row, isLast, error) });
    if (isLast) await write(service, row, { closedAt: closedAt(), isParked: true });
    return false;
  }
}

/** To come back is no failure, however often: a few real ones in a row still have to follow before it is parked. */
function goOn({ dueAt, attempts }: Exclude<TaskOutcome, 'done'>): Pick<OutboxRecord, 'dueAt' | 'attempts'> {
  return { dueAt, attempts: Math.min(attempts, maxAttempts - 3) };
}

/** Counted as tried, and put off until its next try. */
async function claim({ store, clock }: Service, { tenantId, id }: TaskKey): Promise<OutboxRecord | undefined> {
  return store.transaction(async (rows) => {
    const now = clock.now();
    const row = await rows.getOutbox(tenantId, id);
    if (!row || row.closedAt !== null || !hasPassed(row.dueAt, now)) return undefined;
    const claimed = { ...row, attempts: row.attempts + 1, dueAt: afterDelay(now, row.attempts) };
    await rows.updateOutbox(claimed);
    return claimed;
  });
}

/** Up to a quarter longer, so that what failed together is not tried again together. */
function afterDelay(now: Date, attempts: number): string {
  const delay = Math.min(firstDelayMs * 2 ** attempts, maxDelayMs);
  return formatInstant(new Date(now.getTime() + Math.round(delay * (1 + Math.random() / 4))));
}

/** Writes what became of a task, unless somebody asked for it anew while it ran: that still stands. */
async function write(
  { store }: Service,
  claimed: OutboxRecord,
  next: Partial<Pick<OutboxRecord, 'dueAt' | 'attempts' | 'closedAt' | 'isParked'>>,
): Promise<void> {
  await store.transaction(async (rows) => {
    const stored = await rows.getOutbox(claimed.tenantId, claimed.id);
    if (!stored || stored.closedAt !== null) return;
    const isAskedAnew = stored.dueAt !== claimed.dueAt;
    await rows.updateOutbox(isAskedAnew ? { ...stored, attempts: 0 } : { ...stored, ...next });
  });
}

function failureText({ id, task, attempts }: OutboxRecord, isLast: boolean, error: unknown): string {
  const what = isLast ? `parked after ${attempts} tries` : `failed at try ${attempts}`;
  return `outbox: ${task.kind} ${id} ${what}: ${withoutSecrets(error, secretsOf(task))}`;
}

function secretsOf(task: Task): string[] {
  if (task.kind !== 'send') return [];
  const { message } = task;
  return message.kind === 'verification_code' ? [message.to, message.code] : [message.to, message.memberName];
}
