import { RenewalOutcome } from '@leavewell/contract';
import { belongsTo, fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofOf, startServer } from './start-server.ts';

const start = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };

test('a member sees, verifies, cancels, keeps the receipt, repeats and resumes (S17, S21-S24, S38, S62, S63)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const before = await liWen.ok('getMembership', { id: 'm_pro' });
  assert.deepEqual(
    [before.state, before.lastDay, before.actions.cancelRenewal.allowed],
    ['renewing', '2026-12-31', true],
  );

  const preview = await liWen.ok('previewCancelRenewal', { id: 'm_pro' });
  assert.deepEqual([preview.firstDayWithout, preview.verification.methods], ['2027-01-01', ['sms_code']]);
  assert.deepEqual(preview.chargeStopped, before.price);

  await liWen.refused('cancelRenewal', 'verification_required', { id: 'm_pro', key: 'intent-0001' });
  const { id } = await liWen.ok('startVerification', { body: start });
  const { proof } = await liWen.ok('finishVerification', { id, body: { code: server.lastCode() } });
  const cancel = { id: 'm_pro', key: 'intent-0001', body: { proof } };
  const first = await liWen.ask('cancelRenewal', cancel);
  const { membership, receipt } = RenewalOutcome.parse(JSON.parse(first.text));
  assert.deepEqual([membership.state, membership.renewal, membership.access], ['ending', 'off', 'granted']);
  assert.deepEqual([membership.lastDay, membership.nextChargeAt], ['2026-12-31', null]);
  assert.deepEqual(membership.renewalOff, { by: 'member', at: '2026-11-22T02:42:00Z' });
  assert.deepEqual(membership, await liWen.ok('getMembership', { id: 'm_pro' }));

  assert.ok(receipt);
  assert.match(receipt.id, /^CR-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(membership.receiptId, receipt.id);
  assert.deepEqual(receipt, await liWen.ok('getReceipt', { id: receipt.id }));
  const { verifiedBy, requestedBy, lastDay, timeZone, nextChargeAt } = receipt;
  assert.deepEqual(
    [verifiedBy, requestedBy, lastDay, timeZone, nextChargeAt],
    ['sms_code', 'Li Wen', '2026-12-31', 'Asia/Shanghai', null],
  );

  const repeat = await liWen.ask('cancelRenewal', cancel);
  assert.deepEqual([repeat.status, repeat.text], [first.status, first.text]);
  assert.deepEqual(
    [first.headers.get('idempotent-replayed'), repeat.headers.get('idempotent-replayed')],
    [null, 'true'],
  );

  const resumed = await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
  assert.deepEqual([resumed.membership.state, resumed.membership.nextChargeAt], ['renewing', '2026-12-31T16:00:00Z']);
  assert.match(resumed.receipt.id, /^RR-/);
  assert.equal(resumed.receipt.verifiedBy, null);
});

test('the receipt is mailed once, with the same days as the page (S38, S64)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const { receipt } = await liWen.ok('cancelRenewal', {
    id: 'm_pro',
    key: 'intent-0001',
    body: { proof: await proofOf(server, liWen) },
  });
  await server.receiptsArrived(1);
  const message = server.inbox.at(-1);
  assert.ok(message?.kind === 'receipt');
  assert.deepEqual([message.channel, message.to, message.receipt], ['email', 'li.wen@northwind.example', receipt]);
});

test('a member without a mail address gets the receipt by SMS', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const member = { ...fixtureMembers['li-wen'], email: null };
  const { token } = await server.host.ok('createSession', { body: { member } });
  const liWen = server.caller({ authorization: `Bearer ${token}` });
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  await server.receiptsArrived(1);
  const message = server.inbox.at(-1);
  assert.deepEqual([message?.channel, message?.to], ['sms', '+8613800002207']);
});

test('an administrator cancels for an employee, and the membership says who did it (S30, S42)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const [liWen, wangFang] = [await server.member('li-wen'), await server.member('wang-fang')];
  await server.declare('m_wang', belongsTo('wang-fang'));
  const problem = await wangFang.refused('cancelRenewal', 'no_permission', { id: 'm_wang', key: 'intent-0001' });
  assert.equal(problem.remedy, 'ask_administrator');
  const { membership, receipt } = await liWen.ok('cancelRenewal', { id: 'm_wang', key: 'intent-0001' });
  assert.equal(membership.renewalOff?.by, 'administrator');
  assert.equal(receipt.requestedBy, 'Li Wen');
  assert.deepEqual(await wangFang.ok('getReceipt', { id: receipt.id }), receipt);
});

test('a member who cancelled keeps access until the end and is never charged again, also years later (S61, S62)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  const at = async (instant: string) => {
    server.clock.set(instant);
    const { access, nextChargeAt } = await (await server.member()).ok('getMembership', { id: 'm_pro' });
    return [access, nextChargeAt];
  };
  assert.deepEqual(await at('2026-12-31T15:59:59Z'), ['granted', null]);
  assert.deepEqual(await at('2026-12-31T16:00:00Z'), ['ended', null]);
  assert.deepEqual(await at('2029-01-01T00:00:00Z'), ['ended', null]);
});

test('a receipt says whether a failed payment is still owed, so that nobody is promised too much (Q16)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  await server.declare('m_past_due');
  const liWen = await server.member();
  const owed = await liWen.ok('cancelRenewal', { id: 'm_past_due', key: 'intent-0001' });
  const paid = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0002' });
  assert.deepEqual([owed.receipt.paymentOwed, paid.receipt.paymentOwed], [true, false]);
});

test('texts of the host come in the language the member reads', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const inChinese = await liWen.ok('getMembership', {
    id: 'm_pro',
    headers: { 'accept-language': 'fr;q=0.2, zh-CN, en;q=0.5' },
  });
  assert.equal(inChinese.plan.name, '专业版');
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).plan.name, 'Professional');
  await server.declare('m_wang', belongsTo('wang-fang'));
  const wangFang = await server.member('wang-fang');
  assert.equal((await wangFang.ok('getMembership', { id: 'm_wang' })).plan.name, '专业版');
});
