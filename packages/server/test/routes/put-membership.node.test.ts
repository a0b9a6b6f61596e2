import { entityTagOf } from '@leavewell/contract';
import { membershipFixture, type MembershipOverrides } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../handler/start-server.ts';

const put = (id: string, overrides?: MembershipOverrides) => ({ id, body: membershipFixture(id, overrides) });

test('a membership is declared with version 1, which rises with every change and with nothing else', async () => {
  const { host } = await startServer();
  assert.deepEqual(await host.ok('putMembership', put('m_team')), { id: 'm_team', version: 1 });
  assert.deepEqual(await host.ok('putMembership', put('m_team')), { id: 'm_team', version: 1 });
  const { facts, ...rest } = membershipFixture('m_team');
  const inAnotherOrder = { facts: Object.fromEntries(Object.entries(facts ?? {}).reverse()), ...rest };
  assert.deepEqual(await host.ok('putMembership', { id: 'm_team', body: inAnotherOrder }), {
    id: 'm_team',
    version: 1,
  });
  assert.deepEqual(await host.ok('putMembership', put('m_team', { seats: 13 })), { id: 'm_team', version: 2 });
});

test('the entity tag of the membership changes with the version', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const tags = [];
  for (const seats of [2, 2, 3]) {
    await server.declare('m_pro', { seats });
    const { headers, text } = await liWen.ask('getMembership', { id: 'm_pro' });
    assert.equal(headers.get('etag'), entityTagOf(JSON.parse(text)));
    tags.push(headers.get('etag'));
  }
  assert.deepEqual([tags[0] === tags[1], tags[1] === tags[2]], [true, false]);
});

test('a declaration keeps the receipt of what the member did', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const { receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  await server.declare('m_pro', {
    seats: 2,
    facts: { renewal: 'off', renewalOff: { by: 'member', at: '2026-11-22T02:42:00Z' } },
  });
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).receiptId, receipt?.id);
});

test('facts that are older than the word of the member do not switch renewal back on (XO1, S62)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  await server.declare('m_pro', { seats: 2 });
  const after = await liWen.ok('getMembership', { id: 'm_pro' });
  assert.deepEqual([after.seats, after.renewal, after.renewalOff?.by, after.nextChargeAt], [2, 'off', 'member', null]);
});

test('facts of a later period are a new purchase and are taken as they are', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  const facts = { periodStartsAt: '2026-12-31T16:00:00Z', periodEndsAt: '2027-12-31T16:00:00Z' };
  await server.declare('m_pro', { facts });
  const after = await liWen.ok('getMembership', { id: 'm_pro' });
  assert.deepEqual([after.renewal, after.lastDay], ['on', '2027-12-31']);
});

test('a member who resumed is not held back by what the host says again', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
  await server.declare('m_pro', { seats: 2 });
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'on');
});

test('twenty declarations at once are all written, one after the other (CC1)', async () => {
  const { host } = await startServer();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => host.ok('putMembership', put('m_team', { seats: index + 1 }))),
  );
  assert.deepEqual(
    results.map(({ version }) => version).toSorted((a, b) => a - b),
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

const year = { unit: 'year', count: 1 } as const;

/** What contradicts itself or the calendar, and the field that is named. */
const contradictions: [string, MembershipOverrides, string][] = [
  ['a zone nobody knows', { timeZone: 'Asia/Nowhere' }, 'timeZone'],
  ['an offset in the place of a zone', { timeZone: '+08:00' }, 'timeZone'],
  ['a provider that is not registered', { provider: 'stripe' }, 'provider'],
  ['a period that ends before it begins', { facts: { periodEndsAt: '2025-01-01T00:00:00Z' } }, 'facts.periodEndsAt'],
  ['a period before the membership began', { facts: { startsAt: '2026-06-01T00:00:00Z' } }, 'facts.periodStartsAt'],
  ['what recurs without an end of its period', { facts: { periodEndsAt: null } }, 'facts.periodEndsAt'],
  ['what recurs without a price', { facts: { price: null } }, 'facts.price.interval'],
  [
    'what recurs without an interval',
    { facts: { price: { amount: 1, currency: 'CNY', interval: null } } },
    'facts.price.interval',
  ],
  ['half a fen', { facts: { price: { amount: 0.5, currency: 'CNY', interval: year } } }, 'facts.price.amount'],
  [
    'a price below nothing',
    { facts: { price: { amount: -1, currency: 'CNY', interval: year } } },
    'facts.price.amount',
  ],
  [
    'a currency nobody has',
    { facts: { price: { amount: 1, currency: 'yuan', interval: year } } },
    'facts.price.currency',
  ],
  [
    'no years',
    { facts: { price: { amount: 1, currency: 'CNY', interval: { ...year, count: 0 } } } },
    'facts.price.interval.count',
  ],
  [
    'half a year',
    { facts: { price: { amount: 1, currency: 'CNY', interval: { ...year, count: 0.5 } } } },
    'facts.price.interval.count',
  ],
  ['what recurs and does not renew', { facts: { renewal: 'not_applicable' } }, 'facts.renewal'],
  ['a fixed term that renews', { facts: { kind: 'fixed_term' } }, 'facts.renewal'],
  ['a lifetime that renews', { facts: { kind: 'lifetime', periodEndsAt: null } }, 'facts.renewal'],
  ['a lifetime that ends', { facts: { kind: 'lifetime', renewal: 'not_applicable' } }, 'facts.periodEndsAt'],
  [
    'renewal on and switched off',
    { facts: { renewalOff: { by: 'host', at: '2026-01-01T00:00:00Z' } } },
    'facts.renewalOff',
  ],
  ['a return from no pause', { facts: { resumesAt: '2026-01-01T00:00:00Z' } }, 'facts.resumesAt'],
  ['30 February', { facts: { cancelBy: '2026-02-30T00:00:00Z' } }, 'facts.cancelBy'],
  ['hour 25', { facts: { graceEndsAt: '2026-02-28T25:00:00Z' } }, 'facts.graceEndsAt'],
  ['a plan without a name', { plan: { id: 'p', name: {}, benefits: [] } }, 'plan.name'],
  [
    'a benefit without a name',
    { plan: { id: 'p', name: 'P', benefits: [{ id: 'b', name: {} }] } },
    'plan.benefits.0.name',
  ],
];

for (const [what, overrides, field] of contradictions) {
  test(`a host that declares ${what} hears which field and what to send instead (S56, TZ2)`, async () => {
    const { host } = await startServer();
    const problem = await host.refused('putMembership', 'invalid_request', put('m_new', overrides));
    assert.deepEqual(
      problem.errors?.map((error) => error.field),
      [field],
    );
    assert.ok((problem.errors?.[0]?.message.length ?? 0) > 15);
  });
}

test('an id that is none is refused before anything is stored', async () => {
  const { host } = await startServer();
  for (const id of ['-starts-wrong', 'white space', 'x'.repeat(129), '会员', 'a/b']) {
    const problem = await host.refused('putMembership', 'invalid_request', { ...put('m_new'), id });
    assert.equal(problem.errors?.[0]?.field, 'id', id);
  }
});

test('every state of the fixtures can be declared and shown (S5, S19)', async () => {
  const server = await startServer();
  const states = { m_past_due: 'payment_problem', m_on_hold: 'on_hold', m_upcoming: 'upcoming', m_revoked: 'revoked' };
  for (const [id, state] of Object.entries(states)) {
    await server.declare(id);
    assert.equal((await (await server.member()).ok('getMembership', { id })).state, state);
  }
});

test('a membership whose provider this server was started without says so and keeps its data (CP2)', async () => {
  const server = await startServer();
  const { facts, ...rest } = membershipFixture('m_gone');
  assert.ok(facts);
  await server.store.transaction((rows) =>
    rows.putMembership({
      ...rest,
      facts,
      provider: 'gone',
      tenantId: 'acme',
      id: 'm_gone',
      version: 1,
      receiptId: null,
      pendingCommand: null,
    }),
  );
  const problem = await (await server.member()).refused('getMembership', 'provider_unavailable', { id: 'm_gone' });
  assert.match(problem.detail ?? '', /"gone"/);
});
