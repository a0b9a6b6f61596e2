import { belongsTo, fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandlerOptions } from '@leavewell/server';
import type { LimitChanges } from '../../src/limits/limit-table.ts';
import { proofOf, startServer } from '../handler/start-server.ts';

const minute = 60_000;
const liWen = fixtureMembers['li-wen'];
const wanted = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' } as const;

async function startAsking(limits: LimitChanges = {}, options: Partial<HandlerOptions> = {}) {
  const server = await startServer({ limits, ...options });
  /** Asks for a code as a member; what was answered, as a status. */
  const ask = async (member: (typeof fixtureMembers)[keyof typeof fixtureMembers] = liWen, membershipId = 'm_pro') => {
    const { token } = await server.host.ok('createSession', { body: { member } });
    const caller = server.caller({ authorization: `Bearer ${token}` });
    return (await caller.ask('startVerification', { body: { ...wanted, membershipId } })).status;
  };
  const sent = () => server.inbox.filter(({ kind }) => kind === 'verification_code').length;
  return { server, ask, sent };
}

test('of 1,000 asks in a day 40 are sent to one number, and at most 20 in an hour (RL3)', async () => {
  const { server, ask, sent } = await startAsking();
  let inFirstHour = 0;
  for (let count = 0; count < 1000; count += 1) {
    const status = await ask();
    assert.ok(status === 200 || status === 429, String(status));
    if (count === 58) inFirstHour = sent();
    server.clock.advance(minute + 1);
  }
  assert.deepEqual([inFirstHour, sent()], [20, 40]);
});

test('1,000 asks at once send one code, and each counts once when it is sent (RL3)', async () => {
  const { server, sent } = await startAsking({ codesPerMember: 2 });
  const caller = await server.member();
  const all = await Promise.all(Array.from({ length: 1000 }, () => caller.ask('startVerification', { body: wanted })));
  assert.deepEqual([new Set(all.map(({ status }) => status)), sent()], [new Set([200]), 1]);
  server.clock.advance(minute);
  await caller.ok('startVerification', { body: wanted });
  server.clock.advance(minute);
  await caller.refused('startVerification', 'rate_limited', { body: wanted });
});

test('no other membership, command or session gets more out of one number (RL3)', async () => {
  const { server, sent } = await startAsking({ codesPerNumber: 3 });
  for (const id of ['m_1', 'm_2', 'm_3', 'm_4', 'm_5']) await server.declare(id);
  for (const id of ['m_1', 'm_2', 'm_3', 'm_4', 'm_5']) {
    const caller = await server.member();
    await caller.ask('startVerification', { body: { ...wanted, membershipId: id } });
  }
  assert.equal(sent(), 3);
});

test('the number cannot be chosen by whoever asks (RL3)', async () => {
  const { server, sent } = await startAsking();
  const caller = await server.member();
  for (const field of ['phone', 'to', 'destination', 'number', 'memberId']) {
    const problem = await caller.refused('startVerification', 'invalid_request', {
      body: { ...wanted, [field]: '+15551234567' },
    });
    assert.equal(problem.errors?.[0]?.field, field);
  }
  assert.equal(sent(), 0);
});

test('the members of one account share its limit, and another account has its own (RL3)', async () => {
  const { server, ask, sent } = await startAsking({ codesPerAccount: 2 });
  for (const id of ['wang-fang', 'chen-hao'] as const) await server.declare(`m_${id}`, belongsTo(id));
  const colleagues = ['one', 'two', 'three'].map((id, index) => ({ ...liWen, id, phone: `+861380000220${index}` }));
  const statuses = [];
  for (const colleague of colleagues) statuses.push(await ask(colleague));
  assert.deepEqual([statuses, sent()], [[200, 200, 429], 2]);
  assert.equal(await ask(fixtureMembers['chen-hao'], 'm_chen-hao'), 200);
});

test("a tenant's limit keeps the bill of one host in bounds, and touches no other host (RL3)", async () => {
  const { server, ask } = await startAsking({ codesPerTenant: 1 });
  await server.declare('m_chen-hao', belongsTo('chen-hao'));
  await server.declare('m_pro', {}, server.otherHost);
  assert.equal(await ask(), 200);
  assert.equal(await ask(fixtureMembers['chen-hao'], 'm_chen-hao'), 429);
  const elsewhere = await server.member('li-wen', server.otherHost);
  await elsewhere.ok('startVerification', { body: wanted });
});

test('who is refused hears when to ask again, and nothing is put off by asking on (RL2)', async () => {
  const { server, ask } = await startAsking({ codesPerMember: 1 });
  assert.equal(await ask(), 200);
  for (let count = 0; count < 50; count += 1) {
    server.clock.advance(minute);
    const caller = await server.member();
    const problem = await caller.refused('startVerification', 'rate_limited', { body: wanted });
    assert.equal(problem.retryAt, '2026-11-22T03:42:00Z');
  }
  server.clock.set('2026-11-22T03:42:00Z');
  assert.equal(await ask(), 200);
});

test('a code that is on its way still works when no other can be had (RL2)', async () => {
  const { server } = await startAsking({ codesPerMember: 1 });
  const caller = await server.member();
  const proof = await proofOf(server, caller);
  await caller.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001', body: { proof } });
});

test('nobody else can use up what a member may ask for: neither strangers nor colleagues (RL2)', async () => {
  const { server, ask } = await startAsking({ codesPerMember: 1, codesPerNumber: 1 });
  const colleague = { ...fixtureMembers['wang-fang'], permissions: [] };
  for (let count = 0; count < 20; count += 1) await ask(colleague);
  const stranger = server.caller({ authorization: 'Bearer guessed' });
  await stranger.refused('startVerification', 'session_expired', { body: wanted });
  assert.equal(await ask(), 200);
});

test('the store has no number, member or address of those who are counted in the clear (PR2)', async () => {
  const keys: string[] = [];
  const { server } = await startAsking();
  const { store } = server;
  const watched: HandlerOptions['store'] = {
    ...store,
    transaction: (work) =>
      store.transaction((rows) =>
        work({
          ...rows,
          countUse: (use) => {
            keys.push(use.key);
            return rows.countUse(use);
          },
        }),
      ),
  };
  const counting = await startServer({ store: watched });
  const caller = await counting.member();
  const { id } = await caller.ok('startVerification', { body: wanted });
  await caller.ask('finishVerification', { id, body: { code: '0' } });
  assert.equal(keys.length, 5, keys.join());
  const hashed = /^(codesPer(Number|Member|Account|Tenant)|wrongCodesPerMember):[\w-]{22}(:\d)?$/;
  for (const key of keys) assert.match(key, hashed);
});
