import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../handler/start-server.ts';

test('the preview says what stops, what stays and from which day it is over (S36, S37, P4)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const preview = await liWen.ok('previewCancelRenewal', { id: 'm_pro' });
  assert.deepEqual([preview.membership.lastDay, preview.firstDayWithout], ['2026-12-31', '2027-01-01']);
  assert.deepEqual(preview.chargeStopped, { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } });
  assert.deepEqual(preview.verification, { required: true, methods: ['sms_code'] });
  assert.deepEqual([preview.place, preview.confirmLabel, preview.form, preview.isPure], ['CN', null, null, false]);
});

test('the preview of what is not charged again names no charge, and of a lifetime no day (S56)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const days = { m_team: '2027-03-15', m_export: '2026-12-10', m_lifetime: null };
  for (const [id, firstDayWithout] of Object.entries(days)) {
    await server.declare(id);
    const preview = await liWen.ok('previewCancelRenewal', { id });
    assert.deepEqual([preview.chargeStopped, preview.firstDayWithout], [null, firstDayWithout], id);
  }
});

test('the preview decides nothing', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const before = await liWen.ok('getMembership', { id: 'm_pro' });
  await liWen.ok('previewCancelRenewal', { id: 'm_pro' });
  assert.deepEqual(await liWen.ok('getMembership', { id: 'm_pro' }), before);
});

test('a receipt says the same for ever, in the words of its day (S40, XO6)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const { receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  assert.deepEqual(receipt, {
    id: receipt.id,
    intentId: receipt.intentId,
    command: 'cancelRenewal',
    kind: 'recurring',
    membershipId: 'm_pro',
    orderNumber: '2026-0117-3391',
    planName: 'Professional',
    accountName: 'Northwind Trading',
    requestedBy: 'Li Wen',
    requestedAt: '2026-11-22T02:42:00Z',
    requestedAtLocal: '2026-11-22T10:42:00+08:00',
    channel: 'session',
    timeZone: 'Asia/Shanghai',
    accessEndsAt: '2026-12-31T16:00:00Z',
    lastDay: '2026-12-31',
    nextChargeAt: null,
    paymentOwed: false,
    price: { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
    refund: null,
    resumableUntil: '2026-12-31T16:00:00Z',
    contact: [],
    place: 'CN',
    declaration: null,
    verifiedBy: null,
    providerReference: null,
  });
  await server.declare('m_pro', { orderNumber: 'renumbered', timeZone: 'UTC' });
  server.clock.set('2030-01-01T00:00:00Z');
  const later = await server.member();
  assert.deepEqual(await later.ok('getReceipt', { id: receipt.id, headers: { 'accept-language': 'zh-CN' } }), receipt);
});

test('what ends by itself is canceled in Germany: a receipt, and no date or charge that changes (DE-312k-1-scope)', async () => {
  const server = await startServer({ policy: { place: 'DE' } });
  await server.declare('m_export');
  const liWen = await server.member();
  const before = await liWen.ok('getMembership', { id: 'm_export' });
  assert.equal(before.actions.cancelRenewal.label?.text, 'Verträge hier kündigen');
  assert.equal(before.actions.cancelRenewal.allowed, true);
  const declaration = { name: 'Li Wen', contract: '2026-1109-8842', email: 'li.wen@northwind.example', endDate: null };
  const body = { declaration: { terminationKind: 'ordinary', ...declaration } };
  const { membership, receipt } = await liWen.ok('cancelRenewal', { id: 'm_export', key: 'intent-0001', body });
  const { actions, receiptId, version, ...after } = membership;
  const { actions: _, receiptId: none, version: first, ...same } = before;
  assert.deepEqual(after, same);
  assert.deepEqual([none, receiptId, first + 1], [null, receipt.id, version]);
  assert.deepEqual([actions.cancelRenewal.refusal?.code, actions.resumeRenewal.allowed], ['renewal_already_off', false]);
  assert.deepEqual(
    [receipt.kind, receipt.lastDay, receipt.price, receipt.nextChargeAt, receipt.resumableUntil],
    ['fixed_term', '2026-12-09', null, null, null],
  );
  await liWen.refused('cancelRenewal', 'renewal_already_off', { id: 'm_export', key: 'intent-0002', body });
  const text = await liWen.ask('getReceipt', { id: receipt.id, headers: { accept: 'text/plain' } });
  assert.match(text.text, /^Canceled\. You keep Export pack until 9 December 2026/m);
  assert.doesNotMatch(text.text, /98/);
});

test('elsewhere there is nothing to cancel about it (S56)', async () => {
  const server = await startServer({ policy: { place: 'EU' } });
  await server.declare('m_export');
  const liWen = await server.member();
  await liWen.refused('cancelRenewal', 'nothing_to_cancel', { id: 'm_export', key: 'intent-0001' });
});

test('the receipt of resuming names the charge that will be taken again', async () => {
  const server = await startServer();
  await server.declare('m_team');
  const { receipt } = await (await server.member()).ok('resumeRenewal', { id: 'm_team', key: 'intent-0001' });
  assert.deepEqual([receipt.command, receipt.nextChargeAt], ['resumeRenewal', '2027-03-14T16:00:00Z']);
  assert.equal(receipt.price?.amount, 480_000);
});
