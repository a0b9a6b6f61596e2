import { formatInstant } from '@leavewell/server';
import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signNotice, type CompanyEvent, type SignedNotice } from '../checks/notifying-company.ts';
import { declaration, startCompanyServer, type CompanyServer } from '../checks/start-company-server.ts';

const off = { renewal: 'off', renewalOff: { by: 'provider', at: '2026-11-22T02:00:00Z' } } as const;

async function codeOf(response: Response): Promise<unknown> {
  const problem: Record<string, unknown> = await response.json();
  return problem['code'];
}

/** Ways to forge a notice, from one that was seen. */
const forgeries: readonly ((event: CompanyEvent, now: Date) => SignedNotice)[] = [
  (event, now) => signNotice(event, now, 'another-secret'),
  (event, now) => signNotice(event, now, ''),
  (event, now) => ({ ...signNotice(event, now), body: JSON.stringify({ ...event, reference: 'sub-7' }) }),
  (event, now) => ({ ...signNotice(event, now), body: `${JSON.stringify(event)} ` }),
  (event, now) => ({ ...signNotice(event, now), headers: {} }),
  (event, now) => signNotice(event, new Date(now.getTime() - 301_000)),
  (event, now) => signNotice(event, new Date(now.getTime() + 301_000)),
];

test('of a thousand notices with one in twenty forged, the forged are refused and make nobody ask (WH1, WH2)', async () => {
  const server = await startCompanyServer();
  for (let index = 0; index < 20; index += 1) await server.subscribe(`sub-${index}`);
  const known = server.company.reads.length;
  const accepted = { genuine: 0, forged: 0 };
  for (let index = 0; index < 1000; index += 1) {
    const event = server.company.change(`sub-${index % 20}`, off);
    const forge = index % 20 === 19 ? forgeries[Math.floor(index / 20) % forgeries.length] : undefined;
    const response = await server.post('toypay', (forge ?? signNotice)(event, server.clock.now()));
    if (response.status === 200) accepted[forge ? 'forged' : 'genuine'] += 1;
    else assert.deepEqual([response.status, await codeOf(response)], [400, 'webhook_invalid']);
  }
  assert.deepEqual(accepted, { genuine: 950, forged: 0 });
  await server.runDue();
  // Every notice about the twentieth was forged. That renewal is off is asked twice.
  assert.equal(server.company.reads.length - known, 2 * 19);
  assert.equal((await server.factsOf('sub-19')).renewal, 'on');
});

test('a company nobody knows, and one that sends no notices, have no address (WH1)', async () => {
  const server = await startCompanyServer();
  for (const name of ['nobody', 'ledger', 'TOYPAY', 'constructor']) {
    const response = await server.post(name, signNotice({ id: 'toy_1', reference: 'x', facts: anyFacts }, new Date(0)));
    assert.deepEqual([response.status, await codeOf(response)], [404, 'not_found'], name);
  }
});

const anyFacts = (() => {
  const { facts } = membershipFixture('m_pro');
  assert.ok(facts);
  return facts;
})();

test('what a notice says is not believed: only the company is', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const lie = { id: 'toy_lie', reference: 'sub', facts: { ...anyFacts, ...off, endedAt: '2026-01-01T00:00:00Z' } };
  assert.equal(await server.deliver(lie), 200);
  await server.runDue();
  assert.deepEqual(await server.factsOf('sub'), server.company.factsOf('sub'));
  assert.equal((await server.stored('sub')).version, 1);
});

test('a notice about a subscription of nobody is taken and leaves nothing to do', async () => {
  const server = await startCompanyServer();
  server.company.open('stranger');
  assert.equal(await server.deliver(server.company.change('stranger', off)), 200);
  await server.runDue();
  assert.deepEqual(server.company.reads, []);
});

test('the answer to a notice does not tell whether it was known, or whose it is', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const notice = signNotice(server.company.change('sub', off), server.clock.now());
  const stranger = signNotice({ id: 'toy_x', reference: 'stranger', facts: anyFacts }, server.clock.now());
  const bodies = [];
  for (const one of [notice, notice, stranger]) bodies.push(await (await server.post('toypay', one)).text());
  assert.deepEqual(bodies, Array.from({ length: 3 }, () => '{"received":true}'));
});

test('two memberships of one tenant on one subscription are both asked about', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await server.host.ok('putMembership', declaration('second', { providerReference: 'sub' }));
  await server.deliver(server.company.change('sub', off));
  await server.runDue();
  for (const id of ['sub', 'second']) assert.deepEqual(await server.factsOf(id), server.company.factsOf('sub'), id);
});

test('a notice is taken when its check is written, though the company cannot be reached', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const event = server.company.change('sub', off);
  server.company.answers(false);
  assert.equal(await server.deliver(event), 200);
  await server.runDue();
  server.company.answers(true);
  server.clock.advance(5 * 60_000);
  await server.runDue();
  assert.equal((await server.factsOf('sub')).renewal, 'off');
});

test('a notice brings back a check that was given up', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await giveUp(server, 'check-sub');
  await server.deliver(server.company.change('sub', off));
  await server.runDue();
  assert.equal((await server.factsOf('sub')).renewal, 'off');
});

async function giveUp({ store, clock }: CompanyServer, id: string): Promise<void> {
  await store.transaction(async (rows) => {
    const row = await rows.getOutbox('acme', id);
    assert.ok(row);
    await rows.updateOutbox({ ...row, attempts: 10, closedAt: formatInstant(clock.now()), isParked: true });
  });
}

test('without a notice the check of a subscription stays where it was', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const event = server.company.change('sub', off);
  assert.equal((await server.post('toypay', signNotice(event, server.clock.now(), 'wrong'))).status, 400);
  await server.runDue();
  assert.equal((await server.factsOf('sub')).renewal, 'on');
});
