import { ledgerProvider } from '@leavewell/providers/ledger';
import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFakeCompany } from './fake-company.ts';
import { proofOf, startServer, type Reply } from './start-server.ts';

async function startWithCompany(options: Parameters<typeof startServer>[0] = {}) {
  const company = createFakeCompany();
  const providers = [ledgerProvider(), company];
  const server = await startServer({ verification: { cancelRenewal: [] }, providers, ...options });
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

test('twenty keys at once make one call; the others hear that it is off already (XO2, CC1)', async () => {
  const { company, liWen } = await startWithCompany();
  const { reached, release } = company.hold();
  const askWith = (index: number) => liWen.ask('cancelRenewal', { id: 'm_fake', key: `intent-10${index}` });
  const first = askWith(0);
  await reached;
  const others = Array.from({ length: 19 }, (_, index) => askWith(index + 1));
  // As many turns as the others would need to reach the company, if nothing held them back.
  for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  release();
  const outcomes = (await Promise.all([first, ...others])).map((reply) =>
    reply.status === 200 ? 'done' : codeOf(reply),
  );
  assert.deepEqual(outcomes, ['done', ...Array.from({ length: 19 }, () => 'renewal_already_off')]);
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

test('when the company did it and only the reply was lost, a repeat finds out by reading and calls no second time (XO4)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('lost_reply');
  const lost = await liWen.ask('cancelRenewal', cancel);
  assert.deepEqual([codeOf(lost), lost.headers.get('retry-after')], ['provider_unavailable', '5']);
  assert.equal((await liWen.ok('getMembership', { id: 'm_fake' })).renewal, 'on');
  server.clock.advance(60_000);
  const { membership, receipt } = await liWen.ok('cancelRenewal', cancel);
  assert.deepEqual(membership.renewalOff, { by: 'member', at: '2026-11-22T02:42:00Z' });
  assert.equal(receipt.requestedAt, '2026-11-22T02:42:00Z');
  assert.equal(company.calls.length, 1);
});

test('when the company could not be reached, a repeat sends the same intent and needs no second proof (XO2, DU5)', async () => {
  const { server, company, liWen } = await startWithCompany({ verification: { cancelRenewal: ['sms_code'] } });
  const order = { ...cancel, body: { proof: await proofOf(server, liWen, 'm_fake') } };
  company.fail('unreachable');
  await liWen.refused('cancelRenewal', 'provider_unavailable', order);
  server.clock.advance(10 * 60_000);
  const { receipt } = await liWen.ok('cancelRenewal', order);
  assert.deepEqual([receipt.verifiedBy, receipt.providerReference], ['sms_code', 'fake-2']);
  assert.equal(new Set(company.calls).size, 1);
});

test('a member who comes back with a new key after a lost reply goes on with the same intent (XO2, OF1)', async () => {
  const { company, liWen } = await startWithCompany();
  company.fail('lost_reply');
  await liWen.refused('cancelRenewal', 'provider_unavailable', cancel);
  const { membership } = await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' });
  assert.equal(membership.renewalOff?.by, 'member');
  assert.equal(company.calls.length, 1);
  await liWen.refused('cancelRenewal', 'renewal_already_off', cancel);
});

test('the company sees one intent, also when the member comes back with a new key (XO2)', async () => {
  const { company, liWen } = await startWithCompany();
  company.fail('unreachable');
  await liWen.refused('cancelRenewal', 'provider_unavailable', cancel);
  await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' });
  assert.deepEqual([company.calls.length, new Set(company.calls).size], [2, 1]);
});

test('an order left open does not undo what the member did since', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('unreachable');
  await liWen.refused('cancelRenewal', 'provider_unavailable', cancel);
  await server.declare('m_fake', { provider: 'fake', providerReference: 'sub_1', orderNumber: 'renumbered' });
  server.clock.advance(1000);
  await liWen.ok('cancelRenewal', { ...cancel, key: 'intent-0002' });
  await liWen.refused('cancelRenewal', 'renewal_already_off', cancel);
  assert.equal(company.calls.length, 2);
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

test('a fault in an adapter is logged whole and told to nobody; the order can be finished later (DU5)', async () => {
  const { server, company, liWen } = await startWithCompany();
  company.fail('bug');
  const problem = await liWen.refused('cancelRenewal', 'internal', cancel);
  assert.equal(problem.detail, undefined);
  const entry = server.log.findLast(({ level }) => level === 'error');
  assert.ok(entry?.error instanceof TypeError);
  assert.equal(entry.requestId, problem.requestId);
  assert.equal((await liWen.ok('cancelRenewal', cancel)).membership.renewal, 'off');
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
  // Past the mutex of this process, as another process would.
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
