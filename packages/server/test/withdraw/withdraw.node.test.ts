import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startServer } from '../handler/start-server.ts';
import { boughtLately, boughtOnce, startInTheUnion } from './a-withdrawal.ts';

const DAY = 86_400_000;
const inTwoWeeks = { amount: 129_800, currency: 'CNY', by: '2026-12-06' };

describe('a member who thinks better of it within fourteen days', () => {
  it('sees what goes back and by when, and is asked nothing that is known (EU-11a-2-noreident, EU-13-refund)', async () => {
    const server = await startInTheUnion();
    const liWen = await server.member();
    const preview = await liWen.ok('previewWithdraw', { id: 'm_new' });
    assert.deepEqual(preview.refund, inTwoWeeks);
    assert.deepEqual(preview.verification, { required: false, methods: [] });
    assert.deepEqual([preview.place, preview.confirmLabel?.text], ['EU', 'confirm withdrawal']);
    const { actions, withdrawBy } = preview.membership;
    assert.equal(withdrawBy, '2026-11-30T16:00:00Z');
    assert.deepEqual([actions.withdraw.allowed, actions.withdraw.label?.text], [true, 'withdraw from contract here']);
  });

  it('is out at once, with a receipt that says when the money is back (EU-11a-3-confirm, EU-11a-4-ack, S63)', async () => {
    const server = await startInTheUnion();
    const liWen = await server.member();
    const { membership, receipt } = await liWen.ok('withdraw', { id: 'm_new', key: 'intent-0001' });
    assert.match(receipt.id, /^WR-/);
    assert.deepEqual([receipt.command, receipt.refund], ['withdraw', inTwoWeeks]);
    assert.equal(receipt.requestedAtLocal, '2026-11-22T10:42:00+08:00');
    assert.equal(receipt.accessEndsAt, '2026-11-22T02:42:00Z');
    assert.deepEqual([receipt.nextChargeAt, receipt.paymentOwed, receipt.resumableUntil], [null, false, null]);
    assert.deepEqual([membership.access, membership.renewal, membership.payment], ['ended', 'off', 'refunded']);
    assert.equal(membership.state, 'revoked', 'taken back, and not run out');
    assert.deepEqual(membership.renewalOff, { by: 'member', at: '2026-11-22T02:42:00Z' });
    assert.deepEqual([membership.scheduledChange, membership.cancelBy, membership.nextChargeAt], [null, null, null]);
    await server.receiptsArrived(1);
    const mailed = server.inbox.find(({ kind }) => kind === 'receipt');
    assert.deepEqual(mailed?.kind === 'receipt' && mailed.receipt, receipt);
    assert.deepEqual(await liWen.ok('getReceipt', { id: receipt.id }), receipt);
  });

  it('tells the host once, whoever repeats it (XO1, XO2)', async () => {
    const server = await startInTheUnion();
    const liWen = await server.member();
    const first = await liWen.ask('withdraw', { id: 'm_new', key: 'intent-0001' });
    const again = await liWen.ask('withdraw', { id: 'm_new', key: 'intent-0001' });
    assert.deepEqual([again.text, again.headers.get('idempotent-replayed')], [first.text, 'true']);
    const { items } = await server.host.ok('listEvents');
    const told = items.filter(({ type }) => type === 'membership.withdrawn');
    assert.equal(told.length, 1);
    assert.equal(told[0]?.data.receiptId, JSON.parse(first.text).receipt.id);
    assert.equal(told[0]?.data.accessEndsAt, '2026-11-22T02:42:00Z');
  });

  it('needs a key, as every command does (XO3)', async () => {
    const server = await startInTheUnion();
    await (await server.member()).refused('withdraw', 'idempotency_key_missing', { id: 'm_new' });
  });

  it('cannot turn it on again, cancel it or withdraw twice: it is over (S65)', async () => {
    const server = await startInTheUnion();
    const liWen = await server.member();
    await liWen.ok('withdraw', { id: 'm_new', key: 'intent-0001' });
    await liWen.refused('resumeRenewal', 'membership_ended', { id: 'm_new', key: 'intent-0002' });
    await liWen.refused('cancelRenewal', 'membership_ended', { id: 'm_new', key: 'intent-0003' });
    await liWen.refused('withdraw', 'membership_ended', { id: 'm_new', key: 'intent-0004' });
    const later = await liWen.ok('previewWithdraw', { id: 'm_new' });
    assert.deepEqual([later.refund, later.membership.actions.withdraw.allowed], [null, false]);
  });

  it('can still do so after cancelling, which keeps its own receipt and its own date', async () => {
    const server = await startInTheUnion();
    const liWen = await server.member();
    const canceled = await liWen.ok('cancelRenewal', { id: 'm_new', key: 'intent-0001' });
    assert.deepEqual([canceled.membership.access, canceled.receipt.refund], ['granted', null]);
    server.clock.advance(DAY);
    const { membership, receipt } = await (await server.member()).ok('withdraw', { id: 'm_new', key: 'intent-0002' });
    assert.deepEqual([membership.access, receipt.refund?.by], ['ended', '2026-12-07']);
    assert.deepEqual(membership.renewalOff, canceled.membership.renewalOff);
    const kept = await (await server.member()).ok('getReceipt', { id: canceled.receipt.id });
    assert.deepEqual(kept, canceled.receipt);
  });

  it('gets back what was bought once, too (S55, S56)', async () => {
    const server = await startInTheUnion();
    await server.declare('m_once', boughtOnce);
    const liWen = await server.member();
    const { membership, receipt } = await liWen.ok('withdraw', { id: 'm_once', key: 'intent-0001' });
    const { renewal, renewalOff, state } = membership;
    assert.deepEqual([renewal, renewalOff, state], ['not_applicable', null, 'revoked']);
    assert.deepEqual(receipt.refund, { amount: 9_800, currency: 'CNY', by: '2026-12-06' });
  });

  it('gets a trial off without money that was never taken', async () => {
    const server = await startInTheUnion();
    await server.declare('m_new', { facts: { ...boughtLately.facts, payment: 'trial' } });
    const liWen = await server.member();
    assert.equal((await liWen.ok('previewWithdraw', { id: 'm_new' })).refund, null);
    const { membership, receipt } = await liWen.ok('withdraw', { id: 'm_new', key: 'intent-0001' });
    assert.deepEqual([receipt.refund, membership.access, membership.state], [null, 'ended', 'expired']);
  });

  it('owes nothing of a first payment that failed', async () => {
    const server = await startInTheUnion();
    await server.declare('m_new', { facts: { ...boughtLately.facts, payment: 'past_due' } });
    const liWen = await server.member();
    const { membership, receipt } = await liWen.ok('withdraw', { id: 'm_new', key: 'intent-0001' });
    assert.deepEqual([receipt.refund, receipt.paymentOwed, membership.access], [null, false, 'ended']);
  });

  it('is too late on the fifteenth day, and is told so; cancelling is not (EU-9-14d)', async () => {
    const server = await startInTheUnion();
    server.clock.set('2026-11-30T16:00:00Z');
    const liWen = await server.member();
    const preview = await liWen.ok('previewWithdraw', { id: 'm_new' });
    assert.deepEqual([preview.refund, preview.membership.withdrawBy], [null, null]);
    await liWen.refused('withdraw', 'withdrawal_over', { id: 'm_new', key: 'intent-0001' });
    assert.equal(preview.membership.actions.cancelRenewal.allowed, true);
  });

  it('finds no such right where the law gives none, and nobody else’s membership at all', async () => {
    const server = await startServer({ policy: { place: 'CN' } });
    await server.declare('m_new', boughtLately);
    const liWen = await server.member();
    await liWen.refused('withdraw', 'withdrawal_over', { id: 'm_new', key: 'intent-0001' });
    const stranger = await server.member('chen-hao');
    for (const name of ['previewWithdraw', 'withdraw'] as const) {
      const [foreign, absent] = ['m_new', 'm_none'].map((id) =>
        stranger.refused(name, 'membership_not_found', { id, key: 'intent-0001' }),
      );
      assert.equal((await foreign)?.detail, (await absent)?.detail);
    }
  });
});

describe('the law of the place of a withdrawal', () => {
  const places = [
    ['DE', 'Vertrag widerrufen', 'Widerruf bestätigen', '2026-12-06'],
    ['FR', 'renoncer au contrat ici', 'confirmer la rétractation', '2026-12-06'],
    ['UK', undefined, undefined, '2026-12-06'],
    ['BR', undefined, undefined, '2026-11-22'],
    ['KR', undefined, undefined, '2026-12-06'],
  ] as const;
  for (const [place, open, confirm, by] of places) {
    it(`${place}: its words, its days and its refund (DE-356a-labels, FR-D221-5-labels, UK-CCR-14d, BR-CDC-49, KR-17-7d)`, async () => {
      const server = await startInTheUnion({ policy: { place } });
      const preview = await (await server.member()).ok('previewWithdraw', { id: 'm_new' });
      assert.equal(preview.membership.actions.withdraw.label?.text, open);
      assert.deepEqual([preview.confirmLabel?.text, preview.refund?.by], [confirm, by]);
    });
  }

  it('the receipt keeps the place, and what an operator gives beyond it counts', async () => {
    const wishes = { CN: { withdrawalDays: 30, refundDays: 5 } };
    const server = await startInTheUnion({ policy: { place: 'CN', wishes } });
    server.clock.set('2026-12-10T00:00:00Z');
    const { receipt } = await (await server.member()).ok('withdraw', { id: 'm_new', key: 'intent-0001' });
    assert.deepEqual([receipt.place, receipt.refund?.by], ['CN', '2026-12-15']);
  });
});
