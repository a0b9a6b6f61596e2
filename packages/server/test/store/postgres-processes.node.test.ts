import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { aMember, aMembership } from '../../src/testing/store/sample-records.ts';
import { postgres } from './postgres-database.ts';
import { startStoreWriter } from './start-store-writer.ts';

/** Which of the ids are not stored, and how often the shared membership was written. */
async function inspect(url: string, ids: readonly string[]): Promise<{ missing: string[]; version: number }> {
  const store = await openPostgresStore({ url });
  try {
    return await store.read(async (rows) => {
      const found = await Promise.all(ids.map((id) => rows.getMember('tenant-a', id)));
      const shared = await rows.getMembership('tenant-a', 'membership-1');
      return { missing: ids.filter((_, index) => found[index] === undefined), version: shared?.version ?? 0 };
    });
  } finally {
    await store.close();
  }
}

test('DU2: two processes that begin with an empty database lose no acknowledged row and no version', async () => {
  const url = await postgres.createDatabase();
  const [left, right] = await Promise.all([
    startStoreWriter({ place: url, name: 'left', count: 300 }),
    startStoreWriter({ place: url, name: 'right', count: 300 }),
  ]);
  assert.deepEqual([left.code, right.code], [0, 0]);
  const acknowledged = [...left.acknowledged, ...right.acknowledged];
  assert.equal(acknowledged.length, 600);
  assert.deepEqual(await inspect(url, acknowledged), { missing: [], version: 600 });
});

test('DU2: when one of two processes is killed the other goes on, and neither loses what it acknowledged', async () => {
  const url = await postgres.createDatabase();
  const [killed, survivor] = await Promise.all([
    startStoreWriter({ place: url, name: 'killed', count: 1_000_000, killAfter: 40 }),
    startStoreWriter({ place: url, name: 'survivor', count: 300 }),
  ]);
  assert.equal(killed.signal, 'SIGKILL');
  assert.equal(survivor.code, 0);
  assert.equal(survivor.acknowledged.length, 300);
  const { missing } = await inspect(url, [...killed.acknowledged, ...survivor.acknowledged]);
  assert.deepEqual(missing, []);
});

test('DU1, DU5: while the killed database is away work is refused; when it is back all goes on by itself', async () => {
  const store = await openPostgresStore({ url: await postgres.createDatabase() });
  const acknowledged: string[] = [];
  for (let index = 0; index < 20; index++) {
    await store.transaction((rows) => rows.putMember(aMember({ id: `member-${index}` })));
    acknowledged.push(`member-${index}`);
  }
  await postgres.kill();
  const away = { code: 'store_unavailable', status: 503 };
  await assert.rejects(store.transaction((rows) => rows.putMember(aMember({ id: 'lost' }))), away);
  await assert.rejects(store.read((rows) => rows.getMember('tenant-a', 'member-0')), away);
  await assert.rejects(openPostgresStore({ url: postgres.url }), away);

  await postgres.restart();
  const found = await store.read((rows) => Promise.all(acknowledged.map((id) => rows.getMember('tenant-a', id))));
  assert.deepEqual(found.map((member) => member?.id), acknowledged);
  assert.equal(await store.read((rows) => rows.getMember('tenant-a', 'lost')), undefined);
  await store.transaction((rows) => rows.putMembership(aMembership()));
  await store.close();
});

test('DU5: a transaction under way when the database is killed is refused and leaves no half of it', async () => {
  const store = await openPostgresStore({ url: await postgres.createDatabase() });
  const interrupted = store.transaction(async (rows) => {
    await rows.putMember(aMember());
    await postgres.kill();
    await rows.putMembership(aMembership());
  });
  await assert.rejects(interrupted, { code: 'store_unavailable' });
  await postgres.restart();
  assert.equal(await store.read((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
  await store.close();
});
