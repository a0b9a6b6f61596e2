import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declaration, startCompanyServer } from './start-company-server.ts';

const minute = 60_000;
const off = { renewal: 'off', renewalOff: { by: 'provider', at: '2026-11-22T02:42:00Z' } } as const;

const fieldsOf = ({ errors }: { readonly errors?: readonly { readonly field: string }[] | undefined }) =>
  errors?.map(({ field }) => field);

test('a host declares a subscription without facts, and the company is asked for them', async () => {
  const server = await startCompanyServer();
  server.company.open('sub', { renewal: 'paused', resumesAt: '2027-03-01T00:00:00Z' });
  assert.deepEqual(await server.host.ok('putMembership', declaration('sub')), { id: 'sub', version: 1 });
  assert.deepEqual(await server.factsOf('sub'), server.company.factsOf('sub'));
  assert.equal((await (await server.member()).ok('getMembership', { id: 'sub' })).state, 'paused');
});

test('declaring the same again asks again, and leaves the version as it is', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  assert.equal((await server.host.ok('putMembership', declaration('sub'))).version, 1);
  server.company.change('sub', off);
  assert.equal((await server.host.ok('putMembership', declaration('sub'))).version, 2);
  assert.equal((await server.host.ok('putMembership', declaration('sub', { seats: 2 }))).version, 3);
  assert.equal(server.company.reads.length, 4);
});

test('a subscription is looked at within an hour from then on, whoever gave its facts (WH3)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('asked');
  server.company.open('told');
  const { facts } = membershipFixture('m_pro');
  await server.host.ok('putMembership', { id: 'told', body: { ...declaration('told').body, facts } });
  for (const id of ['asked', 'told']) server.company.change(id, off);
  server.clock.advance(60 * minute);
  await server.runDue();
  for (const id of ['asked', 'told']) assert.equal((await server.factsOf(id)).renewal, 'off', id);
});

test("the host's word on a company's subscription is compared with the company's own at once", async () => {
  const server = await startCompanyServer();
  server.company.open('sub', { payment: 'refunded' });
  const { facts } = membershipFixture('m_pro');
  await server.host.ok('putMembership', { id: 'sub', body: { ...declaration('sub').body, facts } });
  assert.equal((await server.factsOf('sub')).payment, 'ok');
  await server.runDue();
  assert.equal((await server.factsOf('sub')).payment, 'refunded');
});

test('a membership of the ledger needs facts, and is never asked about', async () => {
  const server = await startCompanyServer();
  const { facts: _, ...body } = membershipFixture('m_pro');
  const problem = await server.host.refused('putMembership', 'invalid_request', { id: 'm_new', body });
  assert.deepEqual(fieldsOf(problem), ['facts']);
  const rows = await server.store.read((all) => all.dueOutbox('2099-01-01T00:00:00Z', 10));
  assert.deepEqual(rows, []);
});

test('a provider that keeps no facts of its own makes none up for a reference', async () => {
  const server = await startCompanyServer();
  const ask = declaration('m_new', { provider: 'ledger', providerReference: 'R-1' });
  const problem = await server.host.refused('putMembership', 'invalid_request', ask);
  assert.deepEqual(fieldsOf(problem), ['facts']);
  await (await server.member()).refused('getMembership', 'membership_not_found', { id: 'm_new' });
});

test('a subscription that the company does not have is told to the host and nothing is stored', async () => {
  const server = await startCompanyServer();
  await server.host.refused('putMembership', 'subscription_missing', declaration('sub'));
  await (await server.member()).refused('getMembership', 'membership_not_found', { id: 'sub' });
});

test('a company that cannot be reached is told to the host and nothing is stored (DU5)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.company.answers(false);
  await server.host.refused('putMembership', 'provider_unavailable', declaration('sub', { seats: 2 }));
  assert.equal((await server.stored('sub')).seats, null);
});

test("no host gets hold of another's subscription, with or without facts (AC4)", async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const { facts } = membershipFixture('m_pro');
  const { body } = declaration('stolen', { providerReference: 'sub' });
  for (const wanted of [body, { ...body, facts }]) {
    const ask = { id: 'stolen', body: wanted };
    const problem = await server.otherHost.refused('putMembership', 'reference_taken', ask);
    assert.deepEqual(fieldsOf(problem), ['providerReference']);
    assert.ok(!JSON.stringify(problem).includes('acme'));
  }
  assert.equal(server.company.reads.length, 1);
  await server.host.ok('putMembership', { id: 'second', body });
});

test('of two hosts who claim one subscription at once, one gets it (AC4)', async () => {
  const server = await startCompanyServer();
  server.company.open('sub');
  const replies = await Promise.all(
    [server.host, server.otherHost].map((host) => host.ask('putMembership', declaration('sub'))),
  );
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409]);
});

test('what the company said before somebody else wrote the membership is asked for again', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const hold = server.company.holdRead();
  const declaring = server.host.ok('putMembership', declaration('sub', { seats: 2 }));
  await hold.reached;
  server.company.change('sub', off);
  await server.host.ok('putMembership', declaration('sub', { seats: 3 }));
  hold.release();
  assert.equal((await declaring).version, 3);
  const { seats, facts } = await server.stored('sub');
  assert.deepEqual([seats, facts.renewal], [2, 'off']);
});

test('who canceled here stays known when the host declares the subscription again', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await (await server.member()).ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  await server.host.ok('putMembership', declaration('sub', { seats: 2 }));
  assert.equal((await server.factsOf('sub')).renewalOff?.by, 'member');
});

test('who canceled one subscription is not said of another that takes its place', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await (await server.member()).ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  server.company.open('next', off);
  await server.host.ok('putMembership', declaration('sub', { providerReference: 'next' }));
  assert.equal((await server.factsOf('sub')).renewalOff?.by, 'provider');
});

test('a company that renewal was switched on again at is believed, for it was asked just now', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await (await server.member()).ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  server.company.change('sub', { renewal: 'on', renewalOff: null });
  await server.host.ok('putMembership', declaration('sub'));
  assert.equal((await server.factsOf('sub')).renewal, 'on');
});

test('a command that is not confirmed yet stays so when the host declares the membership again (XO4)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const pendingCommand = { command: 'cancelRenewal', since: '2026-11-22T02:42:00Z' } as const;
  const record = await server.stored('sub');
  await server.store.transaction((rows) => rows.putMembership({ ...record, version: 2, pendingCommand }));
  await server.host.ok('putMembership', declaration('sub', { seats: 2 }));
  assert.deepEqual((await server.stored('sub')).pendingCommand, pendingCommand);
});
