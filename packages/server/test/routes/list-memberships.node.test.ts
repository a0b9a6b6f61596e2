import type { MembershipPage } from '@leavewell/contract';
import { belongsTo, fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer, type Caller } from '../handler/start-server.ts';

const idsOf = async (caller: Caller, query: Record<string, string> = {}) =>
  (await caller.ok('listMemberships', { query })).items.map(({ id }) => id);

async function startWithStates() {
  const server = await startServer();
  for (const id of ['m_export', 'm_team', 'm_trial', 'm_paused', 'm_expired', 'm_lifetime']) await server.declare(id);
  return { server, liWen: await server.member() };
}

test('a member sees their memberships in order of id, each with its state and its days (S16, S33)', async () => {
  const { liWen } = await startWithStates();
  const { items, nextCursor } = await liWen.ok('listMemberships');
  assert.deepEqual(
    items.map(({ id, state }) => [id, state]),
    [
      ['m_expired', 'expired'],
      ['m_export', 'fixed_term'],
      ['m_lifetime', 'lifetime'],
      ['m_paused', 'paused'],
      ['m_pro', 'renewing'],
      ['m_team', 'ending'],
      ['m_trial', 'trialing'],
    ],
  );
  assert.equal(nextCursor, null);
});

test('the list can be filtered by state and by part of the plan, holder or order number (S33, S34)', async () => {
  const { liWen } = await startWithStates();
  assert.deepEqual(await idsOf(liWen, { state: 'ending' }), ['m_team']);
  assert.deepEqual(await idsOf(liWen, { query: ' TEAM ' }), ['m_team']);
  assert.deepEqual(await idsOf(liWen, { query: '3391' }), ['m_pro']);
  assert.deepEqual(await idsOf(liWen, { query: 'ｔｅａｍ' }), ['m_team']);
  assert.equal((await idsOf(liWen, { query: 'li wen' })).length, 7);
  assert.deepEqual(await idsOf(liWen, { query: 'professional', state: 'paused' }), ['m_paused']);
  assert.deepEqual(await idsOf(liWen, { query: '.*' }), []);
});

test('the plan is found by the name that the member reads', async () => {
  const { liWen } = await startWithStates();
  const ask = { query: { query: '团队' }, headers: { 'accept-language': 'zh' } };
  assert.deepEqual(
    (await liWen.ok('listMemberships', ask)).items.map(({ id }) => id),
    ['m_team'],
  );
});

test('a long list is read page by page, without gaps or repeats, also when most of it does not match (S41)', async () => {
  const server = await startServer();
  const ids = Array.from({ length: 230 }, (_, index) => `m_${String(index).padStart(3, '0')}`);
  for (const [index, id] of ids.entries()) {
    await server.declare(id, { orderNumber: index % 60 === 0 ? 'wanted' : 'other' });
  }
  const liWen = await server.member();
  for (const query of [{ limit: '7' }, { limit: '100' }, {}, { limit: '2', query: 'wanted' }] as Record<
    string,
    string
  >[]) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: MembershipPage = await liWen.ok('listMemberships', {
        query: cursor === '' ? query : { ...query, cursor },
      });
      assert.ok(page.items.length <= Number(query['limit'] ?? 50));
      assert.ok(page.items.length > 0);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(seen, query['query'] ? ['m_000', 'm_060', 'm_120', 'm_180'] : [...ids, 'm_pro']);
  }
});

test('an employee sees their own; the administrator sees the whole account (S30, S41, AC4)', async () => {
  const server = await startServer();
  await server.declare('m_wang', belongsTo('wang-fang'));
  await server.declare('m_chen', belongsTo('chen-hao'));
  assert.deepEqual(await idsOf(await server.member('wang-fang')), ['m_wang']);
  assert.deepEqual(await idsOf(await server.member('li-wen')), ['m_pro', 'm_wang']);
  assert.deepEqual(await idsOf(await server.member('chen-hao')), ['m_chen']);
});

test("another tenant's cursor leads only to one's own (AC4)", async () => {
  const server = await startServer();
  await server.declare('m_team');
  await server.declare('m_upcoming', {}, server.otherHost);
  const { nextCursor } = await (await server.member()).ok('listMemberships', { query: { limit: '1' } });
  assert.ok(nextCursor);
  assert.deepEqual(await idsOf(await server.member('li-wen', server.otherHost), { cursor: nextCursor }), [
    'm_upcoming',
  ]);
});

test('filters that mean nothing are refused by name, with the remedy', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const bad = { state: 'canceled', limit: '0', cursor: 'not a cursor!', query: 'x'.repeat(201) };
  for (const [field, value] of Object.entries(bad)) {
    const problem = await liWen.refused('listMemberships', 'invalid_request', { query: { [field]: value } });
    assert.equal(problem.errors?.[0]?.field, field);
  }
  for (const limit of ['101', '-1', '1.5', 'ten', '']) {
    await liWen.refused('listMemberships', 'invalid_request', { query: { limit } });
  }
  for (const cursor of ['', '=', 'bQ==', '_w'])
    await liWen.refused('listMemberships', 'invalid_request', { query: { cursor } });
});

test('a parameter that is given twice is refused, because nobody could say which one counts', async () => {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', {
    body: { member: fixtureMembers['li-wen'] },
  });
  const response = await server.handler(
    new Request('https://host.example/leavewell/v1/memberships?limit=1&limit=2', {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  assert.equal(response.status, 400);
});
