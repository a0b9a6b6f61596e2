import type { EventRecord, OutboxRecord, Store } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { openSqliteStore } from '@leavewell/server/sqlite';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEvent } from '../../src/events/record-event.ts';
import { startCompanyServer } from '../checks/start-company-server.ts';
import { temporaryFile } from '../store/temporary-file.ts';

const secrets = ['whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz'];
const webhooks = [
  { tenantId: 'acme', url: 'https://one.example/hooks', secrets },
  { tenantId: 'acme', url: 'https://two.example/hooks', secrets },
  { tenantId: 'other', url: 'https://other.example/hooks', secrets },
];
const webhookTransport = { post: async () => ({ status: 200 }) };

const happened = '2026-11-22T02:42:00Z';
const anEvent = (id: string, version: number, tenantId = 'acme'): EventRecord => ({
  tenantId,
  id,
  type: 'membership.updated',
  occurredAt: happened,
  data: { membershipId: 'm_pro', version, holderId: 'h', accountId: 'a', accessEndsAt: null, receiptId: null },
});

function due(store: Store): Promise<OutboxRecord[]> {
  return store.read((rows) => rows.dueOutbox(happened, 1000));
}

const addressesOf = (rows: readonly OutboxRecord[]) =>
  rows.flatMap(({ tenantId, task }) => (task.kind === 'notify' ? [[tenantId, task.url, task.eventId]] : []));

test('an event is told to every address of its own tenant, and to no other', async () => {
  const store = createMemoryStore();
  await store.transaction((rows) => addEvent(rows, { webhooks }, anEvent('evt_1', 1)));
  assert.deepEqual(addressesOf(await due(store)).toSorted(), [
    ['acme', 'https://one.example/hooks', 'evt_1'],
    ['acme', 'https://two.example/hooks', 'evt_1'],
  ]);
});

test('a change that is taken back leaves neither an event nor a delivery (XO3)', async () => {
  const store = createMemoryStore();
  const failing = store.transaction(async (rows) => {
    await addEvent(rows, { webhooks }, anEvent('evt_1', 1));
    throw new Error('the change failed after all');
  });
  await assert.rejects(failing, /failed after all/);
  assert.deepEqual(await due(store), []);
  assert.deepEqual(await store.transaction((rows) => rows.listEvents('acme', 0, 10)), []);
});

/** A store whose writes of one kind fail once they are told to. */
function failingStore(method: 'addEvent' | 'addToOutbox' | 'putMembership') {
  const store = createMemoryStore();
  let fails = false;
  const refuse = async () => Promise.reject(new Error('disk full'));
  const broken: Store = {
    ...store,
    transaction: (work) =>
      store.transaction((rows) =>
        work(new Proxy(rows, { get: (of, name) => (fails && name === method ? refuse : Reflect.get(of, name)) })),
      ),
  };
  return { store: broken, break: () => (fails = true), repair: () => (fails = false) };
}

for (const method of ['addEvent', 'addToOutbox', 'putMembership'] as const) {
  test(`a check whose ${method} fails leaves the membership, the feed and the deliveries as they were (XO3)`, async () => {
    const failing = failingStore(method);
    const server = await startCompanyServer({ store: failing.store, webhooks, webhookTransport });
    await server.subscribe('sub');
    await server.deliver(server.company.change('sub', { payment: 'past_due' }));
    failing.break();
    await server.runDue();
    failing.repair();
    assert.match(server.log.at(-1)?.message ?? '', /check-sub failed at try 1: Error: disk full/);
    assert.equal((await server.stored('sub')).version, 1);
    assert.deepEqual((await server.host.ok('listEvents')).items, []);
    assert.deepEqual(addressesOf(await due(server.store)), []);
    server.clock.advance(5 * 60_000);
    await server.runDue();
    assert.equal((await server.stored('sub')).version, 2);
    assert.equal((await server.host.ok('listEvents')).items.length, 1);
  });
}

test('an event that is no command names no receipt, though the membership has one', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const liWen = await server.member();
  const { receipt } = await liWen.ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  await server.deliver(server.company.change('sub', { endedAt: '2026-11-22T02:42:00Z' }));
  await server.runDue();
  const { items } = await server.host.ok('listEvents');
  assert.deepEqual(
    items.map(({ type, data }) => [type, data.version, data.receiptId, data.accessEndsAt]),
    [
      ['renewal.canceled', 2, receipt?.id, '2026-12-31T16:00:00Z'],
      ['membership.updated', 3, null, '2026-11-22T02:42:00Z'],
    ],
  );
});

const engines: Readonly<Record<string, (file: string) => Promise<Store>>> = {
  memory: async () => createMemoryStore(),
  SQLite: (file) => openSqliteStore({ file }),
};

for (const [engine, open] of Object.entries(engines)) {
  test(`a reader who pages while forty writers write misses no event and sees none twice, on ${engine}`, async () => {
    const store = await open(await temporaryFile());
    const writes = Array.from({ length: 40 }, (_, index) =>
      store.transaction((rows) => addEvent(rows, { webhooks: [] }, anEvent(`evt_${index}`, index + 1))),
    );
    const seen: { id: string; sequence: number }[] = [];
    const readOn = async () => {
      const after = seen.at(-1)?.sequence ?? 0;
      const page = await store.transaction((rows) => rows.listEvents('acme', after, 7));
      seen.push(...page);
      return page.length;
    };
    while (seen.length < 40) {
      if ((await readOn()) === 0) await Promise.all(writes);
    }
    assert.deepEqual(
      seen.map(({ sequence }) => sequence),
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    assert.equal(new Set(seen.map(({ id }) => id)).size, 40);
    await store.close();
  });
}
