import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/store/sql/sqlite-store.ts';
import { startStoreWriter } from './start-store-writer.ts';
import { temporaryFile } from './temporary-file.ts';

/** Which of the ids are not stored, and how often the shared membership was written. */
async function inspect(file: string, ids: readonly string[]): Promise<{ missing: string[]; version: number }> {
  const store = await openSqliteStore({ file });
  try {
    return await store.transaction(async (rows) => {
      const found = await Promise.all(ids.map((id) => rows.getMember('tenant-a', id)));
      const shared = await rows.getMembership('tenant-a', 'membership-1');
      return { missing: ids.filter((_, index) => found[index] === undefined), version: shared?.version ?? 0 };
    });
  } finally {
    await store.close();
  }
}

test('DU2: two processes that write one new file at once lose no acknowledged row and no version', async () => {
  const file = await temporaryFile();
  const [left, right] = await Promise.all([
    startStoreWriter({ place: file, name: 'left', count: 200 }),
    startStoreWriter({ place: file, name: 'right', count: 200 }),
  ]);
  assert.deepEqual([left.code, right.code], [0, 0]);
  const acknowledged = [...left.acknowledged, ...right.acknowledged];
  assert.equal(acknowledged.length, 400);
  assert.deepEqual(await inspect(file, acknowledged), { missing: [], version: 400 });
});

test('DU1: a process killed right after it acknowledged a row has lost nothing, kill after kill', async () => {
  const file = await temporaryFile();
  const acknowledged: string[] = [];
  for (const killAfter of [1, 17, 90]) {
    const outcome = await startStoreWriter({ place: file, name: `run-${killAfter}`, count: 1_000_000, killAfter });
    assert.equal(outcome.signal, 'SIGKILL');
    assert.ok(outcome.acknowledged.length >= killAfter);
    acknowledged.push(...outcome.acknowledged);
    const { missing, version } = await inspect(file, acknowledged);
    assert.deepEqual(missing, []);
    assert.ok(version >= acknowledged.length, 'each row came with a version of the shared membership');
  }
});

test('DU2: when one of two processes is killed the other goes on, and neither loses what it acknowledged', async () => {
  const file = await temporaryFile();
  const [killed, survivor] = await Promise.all([
    startStoreWriter({ place: file, name: 'killed', count: 1_000_000, killAfter: 40 }),
    startStoreWriter({ place: file, name: 'survivor', count: 200 }),
  ]);
  assert.equal(killed.signal, 'SIGKILL');
  assert.equal(survivor.code, 0);
  assert.equal(survivor.acknowledged.length, 200);
  const { missing } = await inspect(file, [...killed.acknowledged, ...survivor.acknowledged]);
  assert.deepEqual(missing, []);
});
