import { formatInstant } from '../calendar/instant.ts';
import type { LogEntry } from '../logging/log-entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboxRecord, Store } from '../ports/store.ts';

const maxPerRun = 100;
/** How many tasks are done at a time, so that a company or gateway that hangs does not hold up every mail. */
const lanes = 4;

/** Does what committed changes left to be done: messages, webhooks, and what is not known yet at a billing company. */
export interface OutboxRunner {
  /** Does what is due; resolves to how many tasks were done. */
  runOnce(): Promise<number>;
  /** Runs now without being waited for; failures are logged. */
  kick(): void;
  /** Runs every `everyMs` milliseconds until the returned function is called; that waits for what is under way. */
  start(everyMs: number): () => Promise<void>;
}

/** Which row of the outbox. */
export type TaskKey = Pick<OutboxRecord, 'tenantId' | 'id'>;

/** What a runner is made from. */
export interface RunnerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: (entry: LogEntry) => void;
  /** Claims one row and does its task, if it is still due; resolves to whether it was done. Never twice at once. */
  readonly perform: (key: TaskKey) => Promise<boolean>;
}

/** Makes the runner of one server. */
export type RunnerFactory = (parts: RunnerParts) => OutboxRunner;

/** A runner within this process, over any store. Several processes on one store do not do the same task at once. */
export const inProcessRunner: RunnerFactory = ({ store, clock, log, perform }) => {
  let running: Promise<number> | undefined;
  let following: Promise<number> | undefined;

  /** Where a row is another lane's as well, one of them claims it and the other goes on. */
  async function lane(index: number): Promise<number> {
    let done = 0;
    for (let count = 0; count < maxPerRun; count += 1) {
      const due = await store.read((rows) => rows.dueOutbox(formatInstant(clock.now()), lanes));
      const row = due[index % due.length];
      if (!row) break;
      if (await perform(row)) done += 1;
    }
    return done;
  }

  async function sweep(): Promise<number> {
    const done = await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
    return done.reduce((sum, count) => sum + count, 0);
  }

  // One sweep at a time; whoever asks during one shares the next, which sees what was committed meanwhile.
  const runOnce = (): Promise<number> => {
    if (!running) {
      running = sweep().finally(() => (running = undefined));
      return running;
    }
    following ??= running
      .catch(() => 0)
      .then(() => {
        following = undefined;
        return runOnce();
      });
    return following;
  };

  const kick = () => {
    runOnce().catch((error: unknown) => log({ level: 'error', message: 'outbox: run failed', error }));
  };
  return {
    runOnce,
    kick,
    start: (everyMs) => {
      const timer = setInterval(kick, everyMs);
      return async () => {
        clearInterval(timer);
        await running?.catch(() => 0);
      };
    },
  };
};
