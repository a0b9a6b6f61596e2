/// <reference types="node" />
import { PgBoss } from 'pg-boss';
import { formatInstant } from '../calendar/instant.ts';
import type { OutboxRunner, RunnerFactory, RunnerParts, TaskKey } from '../outbox/outbox-runner.ts';
import type { OutboxRecord } from '../ports/store.ts';

/** Which database hands the work out: the one the store is on. */
export interface PostgresRunnerOptions {
  readonly url: string;
}

const queue = 'outbox';
/** How many tasks one process does at a time. */
const lanes = 5;
const maxPerRelay = 200;

/**
 * Of a lost process only the job is left, which blocks its row until then; as long as the first try of a task waits for
 * its next one.
 */
const expireInSeconds = 60;

/** One job for each time a row is due: a claim, a retry and a new request all change when that is. */
const toJob = ({ tenantId, id, dueAt }: OutboxRecord): { data: TaskKey; singletonKey: string } => ({
  data: { tenantId, id },
  singletonKey: JSON.stringify([tenantId, id, dueAt]),
});

async function openBoss(url: string, log: RunnerParts['log']): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'leavewell_jobs',
    application_name: 'leavewell-jobs',
    max: lanes,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log({ level: 'error', message: 'outbox: the job queue failed', error }));
  await boss.start();
  await boss.createQueue(queue, { policy: 'exclusive', expireInSeconds, retryLimit: 0, deleteAfterSeconds: 3600 });
  return boss;
}

/** Makes jobs of due rows; those that have one already are left. Resolves to whether there may be more. */
async function relay(boss: PgBoss, { store, clock }: RunnerParts): Promise<boolean> {
  const due = await store.read((rows) => rows.dueOutbox(formatInstant(clock.now()), maxPerRelay));
  if (due.length === 0) return false;
  const made = await boss.insert(queue, due.map(toJob), { returnId: true });
  return due.length === maxPerRelay && (made ?? []).length > 0;
}

/** Does one job after the other until none is left; resolves to how many tasks were done. */
async function work(boss: PgBoss, { perform, log }: RunnerParts): Promise<number> {
  for (let done = 0; ; ) {
    const [job] = await boss.fetch<TaskKey>(queue);
    if (!job) return done;
    try {
      if (await perform(job.data)) done += 1;
    } catch (error) {
      log({ level: 'error', message: `outbox: ${job.data.id} failed`, error });
    }
    // Whatever became of it is written in the row.
    await boss.deleteJob(queue, job.id);
  }
}

async function sweep(boss: PgBoss, parts: RunnerParts): Promise<number> {
  let done = 0;
  for (let more = true; more; ) {
    more = await relay(boss, parts);
    const counts = await Promise.all(Array.from({ length: lanes }, () => work(boss, parts)));
    for (const count of counts) done += count;
  }
  return done;
}

function createRunner(url: string, parts: RunnerParts): OutboxRunner {
  let boss: Promise<PgBoss> | undefined;
  let running: Promise<number> | undefined;
  let waiting: Promise<number> | undefined;
  let starts = 0;

  async function close(): Promise<void> {
    const opened = await boss?.catch(() => undefined);
    boss = undefined;
    await opened?.stop({ graceful: false });
  }

  async function run(): Promise<number> {
    try {
      boss ??= openBoss(url, parts.log);
      return await sweep(await boss, parts);
    } catch (error) {
      // Opened anew the next time: the database may be back then.
      await close();
      throw error;
    } finally {
      if (starts === 0) await close();
    }
  }

  /** One sweep at a time; all who ask during one share the next, which sees what was committed meanwhile. */
  const runOnce = (): Promise<number> =>
    (waiting ??= (async () => {
      await running?.catch(() => 0);
      waiting = undefined;
      running = run();
      return running;
    })());

  const kick = (): void => {
    runOnce().catch((error: unknown) => parts.log({ level: 'error', message: 'outbox: run failed', error }));
  };

  return {
    runOnce,
    kick,
    start: (everyMs) => {
      starts += 1;
      const timer = setInterval(kick, everyMs);
      return async () => {
        clearInterval(timer);
        starts -= 1;
        await waiting?.catch(() => 0);
        await running?.catch(() => 0);
        if (starts === 0) await close();
      };
    },
  };
}

/**
 * A runner for any number of processes on one PostgreSQL: pg-boss, in a schema named `leavewell_jobs`, hands each due
 * row to one of them. The rows of the outbox stay the truth: when a job is lost or comes twice, the claim decides.
 */
export function postgresRunner({ url }: PostgresRunnerOptions): RunnerFactory {
  return (parts) => createRunner(url, parts);
}
