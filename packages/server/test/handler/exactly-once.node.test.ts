import { ledgerProvider } from '@leavewell/providers/ledger';
import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFakeCompany } from './fake-company.ts';
import { problemOf, proofOf, startServer, type Reply } from './start-server.ts';

async function startWithCompany(options: Parameters<typeof startServer>[0] = {}) {
  const company = createFakeCompany();
  const providers = [ledgerProvider(), company];
  const server = await startServer({ policy: { place: 'CN' }, providers, ...options });
  await server.declare('m_fake', { provider: 'fake', providerReference: 'sub_1' });
  return { server, company, liWen: await server.member() };
}

const cancel = { id: 'm_fake', key: 'intent-0001' };
const codeOf = ({ text }: Reply): unknown => JSON.parse(text).code;

test('twenty confirmations at once with one key make one call, one receipt and one mail (XO2, S24)', async () => {
  const { server, company, liWen } = await startWithCompany();
  const replies = await Promise.all(Array.from({ length: 20 }, () => liWen.ask('cancelRenewal', cancel)));
  const done = replies.filter(({ status }) => status === 200);
  assert.equal(company.calls.length, 1);
  assert.equal(new Set(done.map(({ text }) => text)).size, 1);
  for (const reply of replies) assert.ok(reply.status === 200 || codeOf(reply) === 'in_progress', reply.text);
  const late = await liWen.ask('cancelRenewal', cancel);
  assert.equal(late.text, done[0]?.text);
  await server.receiptsArrived(1);
  assert.equal(server.inbox.length, 1);
});

test('twenty keys at once make one call; the others hear that one is running, and what there is (XO2, CC1)', async () => {
  const { company, liWen } = await startWithCompany();
  const { reached, release } = company.hold();
  const askWith = (index: number) => liWen.ask('cancelRenewal', { id: 'm_fake', key: `intent-10${index}` });
  const first = askWith(0);
  await reached;
  const others = await Promise.all(Array.from({ length: 19 }, (_, index) => askWith(index + 1)));
  release();
  assert.equal((await first).status, 200);
  for (const other of others) {
    const problem = problemOf(other);
    assert.deepEqual([problem.code, problem.membership?.id, problem.membership?.renewal], ['in_progress', 'm_fake', 'on']);
  }
  const late = await liWen.refused('cancelRenewal', 'renewal_already_off', { id: 'm_fake', key: 'intent-101' });
  assert.equal(late.membership?.renewal, 'off');
  assert.equal(company.calls.length, 1);
});

test('a repeat while the first is running is told so, and another order under its key is refused (XO3)', async () => {
  const { company, liWen } = await startWithCompany();
  const { reached, release } = company.hold();
  const first = liWen.ask('cancelRenewal', cancel);
  await reached;
  const repeat = await liWen.ask('cancelRenewal', cancel);
  assert.deepEqual([repeat.status, codeOf(repeat), repeat.headers.get('retry-after')], [409, 'in_progress', '1']);
  await liWen.refused('cancelRenewal', 'idempotency_key_reused', { ...cancel, id: 'm_pro' });
  release();
  assert.equal((await first).status, 200);
});

test('a key stands for one order: another membership, command or proof under it is refused (XO3)', async () => {
  const { server, liWen } = await startWithCompany();
  await liWen.ok('cancelRenewal', cancel);
  await liWen.refused('cancelRenewal', 'idempotency_key_reused', { ...cancel, id: 'm_pro' });
  await liWen.refused('resumeRenewal', 'idempotency_key_reused', cancel);
  await liWen.refused('cancelRenewal', 'idempotency_key_reused', { ...cancel, body: { proof: 'another' } });
  const other = await server.member('wang-fang');
  await other.refused('cancelRenewal', 'membership_not_found', cancel);
});

test('a page that was loaded again and has no proof any more gets the same bytes under its key (XO3, OF1)', async () => {
  const { server, liWen } = await startWithCompany({ policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } } });
  const order = { ...cancel, body: { proof: await proofOf(server, liWen, 'm_fake') } };
  const first = await liWen.ask('cancelRenewal', order);
  const again = await liWen.ask('cancelRenewal', cancel);
  assert.deepEqual([again.status, again.text], [200, first.text]);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
});

test('a command without a key, or with one that could be guessed, is refused (XO3)', async () => {
  const { company, liWen } = await startWithCompany();
  await liWen.refused('cancelRenewal', 'idempotency_key_missing', { id: 'm_fake' });
  await liWen.refused('resumeRenewal', 'idempotency_key_missing', { id: 'm_fake' });
  for (const key of ['short', 'x'.repeat(129), 'white space']) {
    const problem = await liWen.refused('cancelRenewal', 'invalid_request', { id: 'm_fake', key });
    assert.equal(problem.errors?.[0]?.field, 'Idempotency-Key');
  }
  assert.equal(company.calls.length, 0);
});

test('when the company did it and only the reply was lost, it is found out by reading: done, and one call (XO4)', async () => {
  const { company, liWen } = await startWithCompany();
  company.fail('lost_reply');
  const { membership, receipt } = await liWen.ok('cancelRenewal', cancel);
  assert.deepEqual(membership.renewalOff, { by: 'member', at: '2026-11-22T02:42:00Z' });
  assert.deepEqual([receipt?.requestedAt, receipt?.intentId], ['2026-11-22T02:42:00Z', company.calls[0]]);
  assert.equal(company.calls.length, 1);
});

test('a company that is away is said to be away: nothing was sent, and nothing happens by itself (DU5)', async () => {
  const { server, company, liWen } = await startWithCompany({ policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } } });
  const order = { ...cancel, body: { proof: await proofOf(server, liWen, 'm_fake') } };
  company.isAway = true;
  const away = await liWen.ask('cancelRenewal', order);
  assert.deepEqual([away.status, codeOf(away), away.headers.get('retry-after')], [503, 'provider_unavailable', '5']);
  company.isAway = false;
  server.clock.advance(60 * 60_000);
  await server.outbox.runOnce();
  assert.equal(company.calls.length, 0);
  const later = await server.member();
  assert.equal((await later.ok('getMembership', { id: 'm_fake' })).renewal, 'on');
  const { receipt } = await later.ok('cancelRenewal', order);
  assert.deepEqual([receipt?.verifiedBy, receipt?.providerReference], ['sms_code', 'fake-1']);
});

test('a member who comes back with a new key after an outage goes on with the same intent (XO2, OF1)', async () => {
  const { company, liWen } = await startWithCompany();
  company.isAway = true;
  await liWen.refused('cancelRenewal', 'provider_unavailable', cancel);
  company.isAway = false;
  await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' });
  const late = await liWen.refused('cancelRenewal', 'membership_changed', cancel);
  assert.equal(late.membership?.renewal, 'off');
  assert.equal(company.calls.length, 1);
});

test('a late copy of an order that was taken over does not undo what was acknowledged since (XO1, CC1)', async () => {
  const { company, liWen } = await startWithCompany();
  company.fail('unreachable');
  assert.equal((await liWen.ask('cancelRenewal', cancel)).status, 202);
  await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' });
  await liWen.ok('resumeRenewal', { id: 'm_fake', key: 'intent-0003' });
  const late = await liWen.refused('cancelRenewal', 'membership_changed', cancel);
  assert.deepEqual([late.membership?.renewal, late.membership?.pendingCommand], ['on', null]);
  assert.equal((await liWen.ok('getMembership', { id: 'm_fake' })).renewal, 'on');
});

test('what the company refuses leaves nothing behind, and the same key can be used again (XO5)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('too_late');
  await liWen.refused('cancelRenewal', 'too_late', cancel);
  const intent = await server.store.transaction((rows) => rows.findIntent('acme', 'li-wen', cancel.key));
  assert.equal(intent, undefined);
  assert.equal((await liWen.ok('cancelRenewal', cancel)).membership.renewal, 'off');
});

test('what the rules refuse stores nothing: the same key works once it is allowed (XO3)', async () => {
  const { server, liWen } = await startWithCompany();
  const { facts } = membershipFixture('m_team');
  await server.declare('m_fake', { provider: 'fake', facts });
  await liWen.refused('cancelRenewal', 'renewal_already_off', cancel);
  await server.declare('m_fake', { provider: 'fake', facts: { ...facts, renewal: 'on', renewalOff: null } });
  assert.equal((await liWen.ok('cancelRenewal', cancel)).membership.renewal, 'off');
});

test('what was switched off at the company meanwhile is confirmed, with who did it, and not sent again (XO5)', async () => {
  const { company, liWen } = await startWithCompany();
  company.cancelElsewhere('m_fake', membershipFixture('m_pro').facts);
  const { membership } = await liWen.ok('cancelRenewal', cancel);
  assert.equal(membership.renewalOff?.by, 'provider');
  assert.equal(company.calls.length, 0);
});

test('an old answer that says it is done is not believed: nobody is told "canceled" before it is so (XO5, XO6)', async () => {
  const { server, company, liWen } = await startWithCompany();
  await server.outbox.runOnce();
  company.oldAnswers = 1;
  const { membership } = await liWen.ok('cancelRenewal', cancel);
  assert.equal(membership.renewal, 'off');
  assert.equal(company.calls.length, 1);
});

test('an old answer does not undo what a member has a receipt for (XO5, WH2)', async () => {
  const { server, company, liWen } = await startWithCompany();
  await server.outbox.runOnce();
  await liWen.ok('cancelRenewal', cancel);
  company.oldAnswers = 1;
  server.clock.advance(60 * 60_000);
  await server.outbox.runOnce();
  assert.equal(company.oldAnswers, 0, 'it was asked');
  assert.equal((await (await server.member()).ok('getMembership', { id: 'm_fake' })).renewal, 'off');
});

test('a fault in an adapter is logged whole and told to nobody; the order stays under way and is finished (DU5)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('bug');
  const reply = await liWen.ask('cancelRenewal', cancel);
  assert.equal(reply.status, 202, reply.text);
  const { error } = server.log.findLast(({ level }) => level === 'error') ?? {};
  assert.match(JSON.stringify(error), /"TypeError".*undefined is not a function/);
  const { membership } = await liWen.ok('cancelRenewal', cancel);
  assert.deepEqual([membership.renewal, membership.pendingCommand], ['off', null]);
});

test('any order and repetition of cancel and resume ends in the state named last, with one receipt per change (XO1)', async () => {
  const { company, liWen } = await startWithCompany();
  const sequences = ['ccr', 'crrcc', 'rcrcr', 'crcrccc'];
  for (const [round, sequence] of sequences.entries()) {
    const receipts = new Set<string>();
    for (const [step, letter] of [...sequence].entries()) {
      const command = letter === 'c' ? 'cancelRenewal' : 'resumeRenewal';
      const ask = { id: 'm_fake', key: `round-${round}-step-${step}` };
      const reply = await liWen.ask(command, ask);
      if (reply.status === 200) receipts.add(JSON.parse(reply.text).receipt.id);
      const { renewal } = await liWen.ok('getMembership', { id: 'm_fake' });
      assert.equal(renewal, letter === 'c' ? 'off' : 'on', `${sequence} at ${step}`);
    }
    const before: string = round === 0 ? 'r' : (sequences[round - 1]?.at(-1) ?? '');
    const changes = [...sequence].filter((letter, step) => letter !== (sequence[step - 1] ?? before)).length;
    assert.equal(receipts.size, changes, sequence);
  }
  assert.equal(company.calls.length, new Set(company.calls).size);
});

test('when another process wrote the membership first, the order begins again from what is stored (CC2, DU2)', async () => {
  const { server, company, liWen } = await startWithCompany();
  const { reached, release } = company.hold();
  const running = liWen.ok('cancelRenewal', cancel);
  await reached;
  await server.store.transaction(async (rows) => {
    const record = await rows.getMembership('acme', 'm_fake');
    assert.ok(record);
    await rows.putMembership({ ...record, orderNumber: 'renumbered', version: record.version + 1 });
  });
  release();
  const { membership } = await running;
  assert.deepEqual([membership.orderNumber, membership.renewal, membership.version], ['renumbered', 'off', 3]);
  assert.equal(company.calls.length, 1);
});
