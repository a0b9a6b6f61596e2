import { ledgerProvider } from '@leavewell/providers/ledger';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFakeCompany } from './fake-company.ts';
import { startServer, type TestServer } from './start-server.ts';

const cancel = { id: 'm_fake', key: 'intent-0001' };

async function startWithCompany() {
  const company = createFakeCompany();
  const server = await startServer({
    policy: { place: 'CN' },
    providers: [ledgerProvider(), company],
  });
  await server.declare('m_fake', { provider: 'fake', providerReference: 'sub_1' });
  return { server, company, liWen: await server.member() };
}

/** The command arrives and takes effect, and from then on nothing comes back. */
async function cancelIntoSilence({ company, liWen }: Awaited<ReturnType<typeof startWithCompany>>) {
  const { reached, release } = company.hold();
  const asked = liWen.ask('cancelRenewal', cancel);
  await reached;
  company.isAway = true;
  release();
  return asked;
}

const receipts = ({ inbox }: TestServer) => inbox.filter(({ kind }) => kind === 'receipt').length;

test('while the company has not confirmed, the member is told that it is under way, and not that it is done (XO6)', async () => {
  const setting = await startWithCompany();
  const reply = await cancelIntoSilence(setting);
  assert.deepEqual([reply.status, reply.headers.get('retry-after')], [202, '5']);
  const { membership, receipt } = JSON.parse(reply.text);
  assert.equal(receipt, null);
  assert.deepEqual(membership.pendingCommand, { command: 'cancelRenewal', since: '2026-11-22T02:42:00Z' });
  const seen = await setting.liWen.ok('getMembership', { id: 'm_fake' });
  assert.deepEqual([seen.renewal, seen.pendingCommand?.command], ['on', 'cancelRenewal']);
  assert.equal(receipts(setting.server), 0);
});

test('a member who went away is told by a receipt when the company is back: one call, one mail (XO4, XO6)', async () => {
  const setting = await startWithCompany();
  const { server, company } = setting;
  await cancelIntoSilence(setting);
  for (let minute = 0; minute < 30; minute += 1) {
    server.clock.advance(60_000);
    await server.outbox.runOnce();
  }
  assert.equal(receipts(server), 0);
  company.isAway = false;
  server.clock.advance(15 * 60_000);
  await server.outbox.runOnce();
  await server.receiptsArrived(1);
  const liWen = await server.member();
  const seen = await liWen.ok('getMembership', { id: 'm_fake' });
  assert.deepEqual([seen.renewal, seen.pendingCommand, seen.renewalOff?.by], ['off', null, 'member']);
  assert.equal(company.calls.length, 1);
  server.clock.advance(24 * 3_600_000);
  await server.outbox.runOnce();
  assert.equal(receipts(server), 1);
});

test('a member who asks again with the same key is told pending until it is known, then gets the receipt (XO3, XO6)', async () => {
  const setting = await startWithCompany();
  const { server, company, liWen } = setting;
  await cancelIntoSilence(setting);
  server.clock.advance(5000);
  assert.equal((await liWen.ask('cancelRenewal', cancel)).status, 202);
  company.isAway = false;
  const first = await liWen.ask('cancelRenewal', cancel);
  const again = await liWen.ask('cancelRenewal', cancel);
  assert.equal(first.status, 200, first.text);
  assert.equal(again.text, first.text);
  assert.equal(company.calls.length, 1);
});

test('what never arrived is sent when the company is back, under the same intent (XO4)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('unreachable');
  assert.equal((await liWen.ask('cancelRenewal', cancel)).status, 202);
  server.clock.advance(5000);
  await server.outbox.runOnce();
  assert.equal((await liWen.ok('getMembership', { id: 'm_fake' })).renewal, 'off');
  assert.deepEqual([company.calls.length, new Set(company.calls).size], [2, 1]);
});

test('what the company refuses after all is told to the member, and renewal is shown as it is (XO5, XO6)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('unreachable');
  await liWen.ask('cancelRenewal', cancel);
  company.fail('too_late');
  server.clock.advance(5000);
  await server.outbox.runOnce();
  await server.outbox.runOnce();
  const message = server.inbox.at(-1);
  assert.ok(message?.kind === 'command_failed');
  assert.deepEqual([message.command, message.membershipId], ['cancelRenewal', 'm_fake']);
  const seen = await liWen.ok('getMembership', { id: 'm_fake' });
  assert.deepEqual([seen.renewal, seen.pendingCommand], ['on', null]);
  assert.equal((await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' })).membership.renewal, 'off');
});

test('another command takes the place of one that is pending, and nothing stays pending for ever (XO6)', async () => {
  const setting = await startWithCompany();
  const { server, company, liWen } = setting;
  await cancelIntoSilence(setting);
  company.isAway = false;
  // What the company did is known before anybody asks about the intent again.
  const record = await storedRecord(server);
  const facts = { ...record.facts, renewal: 'off' as const, renewalOff: { by: 'provider' as const, at: '2026-11-22T02:42:00Z' } };
  await server.store.transaction((rows) => rows.putMembership({ ...record, facts, version: record.version + 1 }));
  company.isAway = true;
  await liWen.refused('resumeRenewal', 'provider_unavailable', { id: 'm_fake', key: 'intent-0002' });
  assert.equal((await liWen.ok('getMembership', { id: 'm_fake' })).pendingCommand, null);
  company.isAway = false;
  server.clock.advance(60 * 60_000);
  await server.outbox.runOnce();
  assert.equal((await storedRecord(server)).pendingCommand, null);
});

test('a process lost between the call and the record leaves an intent that another one finishes (XO4, DU1)', async () => {
  const { server, company, liWen } = await startWithCompany();
  const { reached, release } = company.hold();
  // The lost process: it waits for an answer until all is over.
  const lost = liWen.ask('cancelRenewal', cancel);
  await reached;
  await liWen.refused('cancelRenewal', 'in_progress', cancel);
  company.cancelElsewhere('m_fake', (await storedRecord(server)).facts);
  server.clock.advance(60_000);
  await server.outbox.runOnce();
  const seen = await liWen.ok('getMembership', { id: 'm_fake' });
  assert.deepEqual([seen.renewal, seen.renewalOff?.by], ['off', 'member']);
  assert.equal(company.calls.length, 0);
  await server.receiptsArrived(1);
  release();
  assert.equal((await lost).status, 200);
  assert.equal(receipts(server), 1);
});

async function storedRecord({ store }: TestServer) {
  const record = await store.read((rows) => rows.getMembership('acme', 'm_fake'));
  assert.ok(record);
  return record;
}
