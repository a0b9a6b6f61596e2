import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgBoss } from 'pg-boss';
import type { OutboxRunner } from '../../src/outbox/outbox-runner.ts';
import type { Store } from '../../src/ports/store.ts';
import { postgresRunner } from '../../src/store/postgres-runner.ts';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { anOutboxRow } from '../../src/testing/store/sample-records.ts';
import { claimingPerformer, type Effect } from './claiming-performer.ts';
import { asAdmin, postgres } from './postgres-database.ts';
import { startTaskWorker } from './start-task-worker.ts';

const due = '2026-11-02T08:00:00Z';
const now = '2026-11-02T08:00:30Z';
const afterLease = '2026-11-02T08:01:31Z';

async function fill(url: string, ids: readonly string[]): Promise<void> {
  const store = await openPostgresStore({ url });
  await store.transaction(async (rows) => {
    for (const id of ids) await rows.addToOutbox(anOutboxRow({ id, dueAt: due }));
  });
  await store.close();
}

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `task-${index}`);

/** A runner in this process at one instant, and what it logged. */
async function openRunner(
  url: string,
  at: string,
  effect: Effect,
): Promise<{ store: Store; runner: OutboxRunner; logged: string[] }> {
  const store = await openPostgresStore({ url });
  const clock = { now: () => new Date(at) };
  const logged: string[] = [];
  const parts = { store, clock, log: ({ message }: { message: string }) => void logged.push(message) };
  const runner = postgresRunner({ url })({ ...parts, perform: claimingPerformer(store, clock, effect) });
  return { store, runner, logged };
}

function attemptsOf(store: Store, ids: readonly string[]): Promise<(number | undefined)[]> {
  return store.read((rows) =>
    Promise.all(
      ids.map(async (id) => {
        const row = await rows.getOutbox('tenant-a', id);
        return row?.closedAt === null ? undefined : row?.attempts;
      }),
    ),
  );
}

test('DU4: two processes do 200 due tasks, and each of them once', async () => {
  const url = await postgres.createDatabase();
  const ids = idsOf(200);
  await fill(url, []);
  const workers = await Promise.all([startTaskWorker(url, now, 'work'), startTaskWorker(url, now, 'work')]);
  await fill(url, ids);
  for (const worker of workers) worker.go();
  assert.deepEqual(await Promise.all(workers.map((worker) => worker.ended())), [0, 0]);
  assert.deepEqual(workers.flatMap(({ begun }) => begun).toSorted(), ids.toSorted());
  const store = await openPostgresStore({ url });
  assert.deepEqual(await attemptsOf(store, ids), ids.map(() => 1));
  await store.close();
});

test('DU4: while one process hangs another does the rest; killed, what it left is done after its lease', async () => {
  const url = await postgres.createDatabase();
  const ids = idsOf(50);
  const hanging = await startTaskWorker(url, now, 'hang');
  const working = await startTaskWorker(url, now, 'work');
  await fill(url, ids);
  hanging.go();
  await hanging.until(5);
  working.go();
  assert.equal(await working.ended(), 0);
  assert.equal(hanging.begun.length, 5);
  assert.deepEqual([...hanging.begun, ...working.begun].toSorted(), ids.toSorted());
  await hanging.kill();

  const again: string[] = [];
  const { store, runner } = await openRunner(url, afterLease, async (id) => void again.push(id));
  assert.equal(await runner.runOnce(), 5);
  assert.deepEqual(again.toSorted(), [...hanging.begun].toSorted());
  assert.deepEqual(await attemptsOf(store, again), again.map(() => 2));
  assert.equal(await runner.runOnce(), 0);
  await store.close();
});

test('DU4: a task whose process was lost before it claimed it is done when its job expires', async () => {
  const url = await postgres.createDatabase();
  await fill(url, ['lost']);
  const done: string[] = [];
  const { store, runner } = await openRunner(url, now, async (id) => void done.push(id));
  await runner.runOnce();
  done.length = 0;
  // As a process leaves it that fetched the job and was lost: nobody has claimed the row.
  await store.transaction((rows) => rows.updateOutbox(anOutboxRow({ id: 'lost', dueAt: due })));
  const boss = new PgBoss({ connectionString: url, schema: 'leavewell_jobs', supervise: false, schedule: false });
  await boss.start();
  const singletonKey = JSON.stringify(['tenant-a', 'lost', due]);
  await boss.insert('outbox', [{ data: { tenantId: 'tenant-a', id: 'lost' }, singletonKey }]);
  await boss.fetch('outbox');
  assert.equal(await runner.runOnce(), 0, 'its job is held by the lost process');

  const expire = "update leavewell_jobs.job set started_on = now() - interval '61 seconds'";
  await boss.getDb().executeSql(expire);
  await boss.supervise('outbox');
  await boss.stop();
  assert.equal(await runner.runOnce(), 1);
  assert.deepEqual(done, ['lost']);
  await store.close();
});

test('a task that fails keeps nobody else from being done, and stays for its next try', async () => {
  const url = await postgres.createDatabase();
  await fill(url, ['good', 'poison', 'other']);
  const { store, runner, logged } = await openRunner(url, now, async (id) => {
    if (id === 'poison') throw new Error('poison');
  });
  assert.equal(await runner.runOnce(), 2);
  assert.deepEqual(logged, ['outbox: poison failed']);
  assert.deepEqual(await attemptsOf(store, ['good', 'poison', 'other']), [1, undefined, 1]);
  const open = await store.read((rows) => rows.dueOutbox(afterLease, 10));
  assert.deepEqual(open.map(({ id, attempts }) => [id, attempts]), [['poison', 1]]);
  await store.close();
});

test('a row that is asked for anew while it is done is done again', async () => {
  const url = await postgres.createDatabase();
  await fill(url, ['check']);
  let times = 0;
  const { store, runner } = await openRunner(url, now, async () => {
    times += 1;
  });
  await runner.runOnce();
  await store.transaction((rows) => rows.updateOutbox(anOutboxRow({ id: 'check', dueAt: '2026-11-02T08:00:29Z' })));
  await runner.runOnce();
  assert.equal(times, 2);
  await store.close();
});

test('who asks while a run is under way shares the next one, which sees what was added meanwhile', async () => {
  const url = await postgres.createDatabase();
  await fill(url, idsOf(20));
  const done: string[] = [];
  let begun = (): void => undefined;
  const underWay = new Promise<void>((resolve) => (begun = resolve));
  const { store, runner } = await openRunner(url, now, async (id) => {
    done.push(id);
    begun();
  });
  const first = runner.runOnce();
  await underWay;
  await store.transaction((rows) => rows.addToOutbox(anOutboxRow({ id: 'late', dueAt: due })));
  const counts = await Promise.all([first, runner.runOnce(), runner.runOnce()]);
  assert.deepEqual(counts, [20, 1, 1]);
  assert.deepEqual(done.toSorted(), [...idsOf(20), 'late'].toSorted());
  await store.close();
});

test('jobs are gone when they are done; what is left to know is in the rows', async () => {
  const jobs = "select count(*)::int as left from leavewell_jobs.job where name = 'outbox'";
  const store = await openPostgresStore({ url: postgres.url });
  await store.transaction((rows) => rows.addToOutbox(anOutboxRow({ id: 'one', dueAt: due })));
  await store.close();
  const opened = await openRunner(postgres.url, now, async () => {});
  assert.equal(await opened.runner.runOnce(), 1);
  assert.deepEqual(await asAdmin(jobs), [{ left: 0 }]);
  await opened.store.close();
});

test('DU5: while the database is away runs fail and say so, and afterwards work goes on by itself', async () => {
  const url = await postgres.createDatabase();
  await fill(url, ['waiting']);
  const { store, runner, logged } = await openRunner(url, now, async () => {});
  const stop = runner.start(1_000_000);
  await postgres.kill();
  await assert.rejects(runner.runOnce());
  runner.kick();
  await runner.runOnce().catch(() => 0);
  assert.ok(logged.includes('outbox: run failed'), String(logged));
  await postgres.restart();
  assert.equal(await runner.runOnce(), 1);
  await stop();
  await store.close();
});
