import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCompanyServer, type CompanyServer } from './start-company-server.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const off = { renewal: 'off', renewalOff: { by: 'provider', at: '2026-11-22T02:50:00Z' } } as const;

async function rowOf({ store }: CompanyServer, id: string) {
  const row = await store.read((rows) => rows.getOutbox('acme', `check-${id}`));
  assert.ok(row, `no check of ${id}`);
  return row;
}

/** Minutes until the check is due by itself. */
async function minutesLeft(server: CompanyServer, id: string): Promise<number> {
  return (Date.parse((await rowOf(server, id)).dueAt) - server.clock.now().getTime()) / minute;
}

test('an hour in which every notice is lost is repaired by the end of it (WH3)', async () => {
  const server = await startCompanyServer();
  const ids = Array.from({ length: 60 }, (_, index) => `sub-${index}`);
  for (const id of ids) await server.subscribe(id);
  for (const id of ids) {
    server.clock.advance(minute - 1);
    server.company.change(id, off);
  }
  assert.equal((await server.factsOf('sub-0')).renewal, 'on');
  server.clock.advance(60);
  await server.runDue();
  for (const id of ids) assert.deepEqual(await server.factsOf(id), server.company.factsOf(id), id);
});

test('a renewal is known a minute after the period ended, without a notice (WH3)', async () => {
  const server = await startCompanyServer();
  server.company.open('sub', { periodEndsAt: '2026-11-22T02:52:00Z' });
  await server.subscribe('other');
  await server.host.ok('putMembership', { id: 'sub', body: await declarationOf(server, 'sub') });
  assert.equal(await minutesLeft(server, 'sub'), 11);
  server.clock.advance(10 * minute);
  server.company.change('sub', { periodStartsAt: '2026-11-22T02:52:00Z', periodEndsAt: '2027-11-22T02:52:00Z' });
  server.clock.advance(minute);
  await server.runDue();
  assert.equal((await server.factsOf('sub')).periodEndsAt, '2027-11-22T02:52:00Z');
  assert.equal(await minutesLeft(server, 'sub'), 60);
});

async function declarationOf({ stored }: CompanyServer, reference: string) {
  const { holder, account, plan, orderNumber, seats, timeZone, provider } = await stored('other');
  return { holder, account, plan, orderNumber, seats, timeZone, provider, providerReference: reference };
}

test('a company that says what is known writes no version and tells nobody', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.clock.advance(hour);
  await server.runDue();
  assert.equal(server.company.reads.length, 2);
  assert.equal((await server.stored('sub')).version, 1);
  assert.deepEqual((await server.host.ok('listEvents')).items, []);
});

test('a company that cannot be reached is asked at growing distances up to an hour, and never given up (DU5)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.clock.advance(hour);
  server.company.answers(false);
  const waits: number[] = [];
  for (let tries = 0; tries < 30; tries += 1) {
    await server.runDue();
    waits.push(await minutesLeft(server, 'sub'));
    server.clock.advance((waits.at(-1) ?? 0) * minute);
  }
  assert.deepEqual(waits.slice(0, 8), [2, 4, 8, 16, 32, 60, 60, 60]);
  const row = await rowOf(server, 'sub');
  assert.deepEqual([row.closedAt, row.isParked], [null, false]);
  server.company.answers(true);
  server.company.change('sub', off);
  server.clock.advance(hour);
  await server.runDue();
  assert.equal((await server.factsOf('sub')).renewal, 'off');
  assert.equal((await rowOf(server, 'sub')).attempts, 0);
});

test('a subscription that the company has no more keeps its facts, is told to the operator, and asked for in a day', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const before = await server.stored('sub');
  server.company.forget('sub');
  server.clock.advance(hour);
  await server.runDue();
  assert.deepEqual(await server.stored('sub'), before);
  assert.equal(await minutesLeft(server, 'sub'), day / minute);
  assert.match(server.log.findLast(({ level }) => level === 'error')?.message ?? '', /check-sub.*subscription_missing/);
});

test('a membership that went over to the ledger is not asked about any more', async () => {
  const server = await startCompanyServer();
  await server.subscribe('m_pro2');
  await server.declare('m_pro2');
  server.clock.advance(hour);
  await server.runDue();
  assert.equal(server.company.reads.length, 1);
  assert.notEqual((await rowOf(server, 'm_pro2')).closedAt, null);
});

test('a membership that came back from the ledger is asked about again', async () => {
  const server = await startCompanyServer();
  await server.subscribe('m_pro2');
  await server.declare('m_pro2');
  server.clock.advance(hour);
  await server.runDue();
  await server.subscribe('m_pro2');
  server.company.change('m_pro2', off);
  server.clock.advance(hour);
  await server.runDue();
  assert.equal((await server.factsOf('m_pro2')).renewal, 'off');
});

test('a check keeps away from a membership while a command on it is under way, and who canceled stays known (CC2)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.clock.advance(hour);
  const liWen = await server.member();
  const hold = server.company.holdCommand();
  const canceling = liWen.ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  await hold.reached;
  const reads = server.company.reads.length;
  await server.runDue();
  assert.equal(server.company.reads.length, reads);
  assert.equal(await minutesLeft(server, 'sub'), 1);
  hold.release();
  await canceling;
  server.clock.advance(minute);
  await server.runDue();
  assert.equal(server.company.factsOf('sub').renewalOff?.by, 'provider');
  assert.equal((await server.factsOf('sub')).renewalOff?.by, 'member');
});

test('a check that began before a command does not write what it read before it (CC2)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.clock.advance(hour);
  const liWen = await server.member();
  server.company.change('sub', { paymentMethod: { brand: 'visa', last4: '4242' } });
  const hold = server.company.holdRead();
  const checking = server.runDue();
  await hold.reached;
  await liWen.ok('cancelRenewal', { id: 'sub', key: 'intent-0001' });
  hold.release();
  await checking;
  const { renewal, renewalOff, paymentMethod } = await server.factsOf('sub');
  assert.deepEqual([renewal, renewalOff?.by, paymentMethod?.last4], ['off', 'member', '4242']);
});

test('a check leaves a command that is not confirmed yet to whoever settles it (XO4)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const pendingCommand = { command: 'cancelRenewal', since: '2026-11-22T02:42:00Z' } as const;
  const record = await server.stored('sub');
  await server.store.transaction((rows) => rows.putMembership({ ...record, version: 2, pendingCommand }));
  server.company.change('sub', off);
  server.clock.advance(hour);
  await server.runDue();
  const after = await server.stored('sub');
  assert.deepEqual([after.version, after.facts.renewal, after.pendingCommand], [3, 'off', pendingCommand]);
});

test('a membership that others go on writing is left for a minute', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  server.clock.advance(hour);
  const read = server.company.read;
  let seats = 1;
  server.company.read = async (subject, now) => {
    const facts = await read(subject, now);
    const record = await server.stored('sub');
    seats += 1;
    await server.store.transaction((rows) => rows.putMembership({ ...record, seats, version: record.version + 1 }));
    return facts;
  };
  await server.runDue();
  assert.equal(seats, 4);
  assert.equal(await minutesLeft(server, 'sub'), 1);
});
