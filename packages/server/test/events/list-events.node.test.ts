import type { HostEvent } from '@leavewell/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeCursor } from '../../src/membership/cursor.ts';
import { startServer, type Caller, type TestServer } from '../handler/start-server.ts';

/** Cancels and resumes by turns, so often in all. */
async function makeEvents(server: TestServer, count: number, host: Caller = server.host): Promise<void> {
  const liWen = await server.member('li-wen', host);
  const { version } = await liWen.ok('getMembership', { id: 'm_pro' });
  for (let index = 0; index < count; index += 1) {
    const command = (version + index) % 2 === 1 ? 'cancelRenewal' : 'resumeRenewal';
    await liWen.ok(command, { id: 'm_pro', key: `intent-${version}-${index}` });
  }
}

const start = () => startServer({ policy: { place: 'CN' } });

/** Everything from a cursor on, page by page. */
async function readAll(host: Caller, limit: string, from?: string) {
  const items: HostEvent[] = [];
  for (let cursor = from; ;) {
    const page = await host.ok('listEvents', { query: { limit, ...(cursor !== undefined && { cursor }) } });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (page.items.length === 0) return { items, cursor };
  }
}

test('a host reads what happened to its memberships, in order, with the receipt of each command', async () => {
  const server = await start();
  await makeEvents(server, 2);
  const { items } = await server.host.ok('listEvents');
  const { receiptId } = await (await server.member()).ok('getMembership', { id: 'm_pro' });
  assert.deepEqual(
    items.map(({ type, data }) => [type, data.version]),
    [
      ['renewal.canceled', 2],
      ['renewal.resumed', 3],
    ],
  );
  assert.deepEqual(items.at(1)?.data, {
    membershipId: 'm_pro',
    version: 3,
    holderId: 'li-wen',
    accountId: 'northwind',
    accessEndsAt: '2026-12-31T16:00:00Z',
    receiptId,
  });
  assert.match(items.at(0)?.id ?? '', /^evt_[0-9A-Z]{24}$/);
  assert.equal(items.at(0)?.occurredAt, '2026-11-22T02:42:00Z');
});

for (const limit of ['1', '2', '3', '100']) {
  test(`pages of ${limit} tell every event once and go on where they ended`, async () => {
    const server = await start();
    await makeEvents(server, 5);
    const { items, cursor } = await readAll(server.host, limit);
    assert.deepEqual(
      items.map(({ data }) => data.version),
      [2, 3, 4, 5, 6],
    );
    assert.equal(new Set(items.map(({ id }) => id)).size, 5);
    await makeEvents(server, 1);
    const later = await readAll(server.host, limit, cursor);
    assert.deepEqual(
      later.items.map(({ data }) => data.version),
      [7],
    );
  });
}

test('a feed without events gives a cursor that tells the first one later', async () => {
  const server = await start();
  const { items, nextCursor } = await server.host.ok('listEvents');
  assert.deepEqual(items, []);
  await makeEvents(server, 1);
  assert.equal((await readAll(server.host, '10', nextCursor)).items.length, 1);
});

test('no host reads what happened at another, whatever cursor it sends (AC4)', async () => {
  const server = await start();
  await makeEvents(server, 3);
  const { nextCursor } = await server.host.ok('listEvents', { query: { limit: '1' } });
  assert.deepEqual((await server.otherHost.ok('listEvents')).items, []);
  const problem = await server.otherHost.refused('listEvents', 'invalid_request', { query: { cursor: nextCursor } });
  assert.deepEqual(
    problem.errors?.map(({ field }) => field),
    ['cursor'],
  );
});

test('a cursor with another number in it stays within the own feed (AC4)', async () => {
  const server = await start();
  await server.declare('m_pro', {}, server.otherHost);
  await makeEvents(server, 3);
  await makeEvents(server, 1, server.otherHost);
  const [own] = (await server.otherHost.ok('listEvents')).items;
  assert.ok(own);
  const { items } = await server.otherHost.ok('listEvents', { query: { cursor: encodeCursor(`0 ${own.id}`) } });
  assert.deepEqual(
    items.map(({ id }) => id),
    [own.id],
  );
});

const noPlaces = ['7', '-1 evt_A', '1e3 evt_A', '0 evt_A', 'm_pro'].map(encodeCursor);
for (const cursor of ['', 'x', '!!', ...noPlaces]) {
  test(`"${cursor}" is no cursor, and the host hears what to send instead`, async () => {
    const server = await start();
    const problem = await server.host.refused('listEvents', 'invalid_request', { query: { cursor } });
    assert.equal(problem.errors?.at(0)?.field, 'cursor');
    assert.match(problem.errors?.at(0)?.message ?? '', /nextCursor/);
  });
}

for (const limit of ['0', '101', '-1', '1.5', 'all']) {
  test(`a page of ${limit} events is refused`, async () => {
    const server = await start();
    const problem = await server.host.refused('listEvents', 'invalid_request', { query: { limit } });
    assert.equal(problem.errors?.at(0)?.field, 'limit');
  });
}

test('a member cannot read the feed (AC1)', async () => {
  const server = await start();
  await (await server.member()).refused('listEvents', 'host_key_invalid');
});
