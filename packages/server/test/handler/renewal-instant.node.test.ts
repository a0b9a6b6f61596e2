import { ledgerProvider } from '@leavewell/providers/ledger';
import type { BillingCommand, BillingProvider, BillingSubject } from '@leavewell/server';
import type { MembershipOverrides } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf, startServer } from './start-server.ts';

const renewsAt = Date.parse('2026-12-31T16:00:00Z');
const stepsAround = Array.from({ length: 7 }, (_, index) => (index - 3) * 1000);

async function startAt(ms: number, overrides: MembershipOverrides = {}) {
  const server = await startServer({ policy: { place: 'CN' } });
  await server.declare('m_pro', overrides);
  server.clock.set(new Date(ms).toISOString());
  return { server, liWen: await server.member() };
}

for (const step of stepsAround.filter((ms) => ms < 0)) {
  test(`${-step} ms before the renewal a member cancels, and no charge ever follows (XO7)`, async () => {
    const { server, liWen } = await startAt(renewsAt + step);
    const { membership, receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
    assert.deepEqual([membership.lastDay, membership.nextChargeAt, receipt?.nextChargeAt], ['2026-12-31', null, null]);
    server.clock.advance(400 * 24 * 3_600_000);
    const later = await (await server.member()).ok('getMembership', { id: 'm_pro' });
    assert.deepEqual([later.lastDay, later.renewal, later.state], ['2026-12-31', 'off', 'expired']);
  });
}

for (const step of stepsAround.filter((ms) => ms >= 0)) {
  test(`${step} ms after the renewal the new period is said before and after cancelling (XO7)`, async () => {
    const { liWen } = await startAt(renewsAt + step);
    const shown = await liWen.ok('previewCancelRenewal', { id: 'm_pro' });
    const { membership, receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
    for (const lastDay of [shown.membership.lastDay, membership.lastDay, receipt?.lastDay]) {
      assert.equal(lastDay, '2027-12-31');
    }
  });
}

for (const step of stepsAround) {
  const isLate = step >= 0;
  test(`${step} ms from the last moment to cancel it is ${isLate ? 'too late, and said with the next date' : 'in time'} (XO7)`, async () => {
    const cancelBy = '2026-12-30T16:00:00Z';
    const { liWen } = await startAt(Date.parse(cancelBy) + step, { facts: { cancelBy } });
    const reply = await liWen.ask('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
    if (!isLate) return assert.equal(JSON.parse(reply.text).membership.lastDay, '2026-12-31');
    const { code, membership } = problemOf(reply);
    assert.deepEqual([code, membership?.nextChargeAt], ['too_late', '2026-12-31T16:00:00Z']);
    assert.equal(membership?.nextLastDay, '2027-12-31');
  });
}

test('an order that a company confirms after the renewal says the date of the new period (XO7)', async () => {
  const ledger = ledgerProvider();
  const provider: BillingProvider = {
    ...ledger,
    name: 'slow',
    cancelRenewal: async (subject: BillingSubject, command: BillingCommand) =>
      ledger.cancelRenewal(subject, { ...command, at: new Date(renewsAt + 1000) }),
  };
  const server = await startServer({ policy: { place: 'CN' }, providers: [ledger, provider] });
  await server.declare('m_slow', { provider: 'slow' });
  server.clock.set(new Date(renewsAt - 1000).toISOString());
  const liWen = await server.member();
  const { membership, receipt } = await liWen.ok('cancelRenewal', { id: 'm_slow', key: 'intent-0001' });
  assert.deepEqual([membership.lastDay, receipt?.lastDay, membership.nextChargeAt], ['2027-12-31', '2027-12-31', null]);
});
