import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemOf } from '../handler/start-server.ts';
import { startWithPaddle, type PaddleServer } from './start-with-paddle.ts';

const withdraw = { id: 'm_sub', key: 'intent-0001' };
const inTwoWeeks = { amount: 2_900, currency: 'EUR', by: '2026-12-06' };
const receiptsIn = ({ inbox }: PaddleServer) => inbox.filter(({ kind }) => kind === 'receipt');

/** Everything is done, once, and said in the receipt. */
async function expectDone(server: PaddleServer): Promise<void> {
  const liWen = await server.member();
  const { membership, receipt } = await liWen.ok('withdraw', withdraw);
  assert.deepEqual([membership.access, membership.state, receipt.refund], ['ended', 'revoked', inTwoWeeks]);
  assert.equal(server.double.find(server.reference).status, 'canceled');
  assert.deepEqual(await server.refunds(), [2_900]);
}

describe('a member who withdraws from what a billing company charges', () => {
  it('sees what the company took, not what the host wrote down (EU-13-refund)', async () => {
    const { liWen } = await startWithPaddle();
    const { refund, membership } = await liWen.ok('previewWithdraw', { id: 'm_sub' });
    assert.deepEqual(refund, inTwoWeeks);
    assert.equal(membership.withdrawBy, '2026-12-30T23:00:00Z');
  });

  it('sees the price while the company does not answer, and is not kept from reading on', async () => {
    const { liWen, double } = await startWithPaddle();
    double.failNext('error_500', { on: 'read' });
    assert.deepEqual((await liWen.ok('previewWithdraw', { id: 'm_sub' })).refund, inTwoWeeks);
  });

  it('is out at once with the money on its way, and the receipt names the company’s refund (XO6)', async () => {
    const server = await startWithPaddle();
    await expectDone(server);
    const { receipt } = await server.liWen.ok('withdraw', withdraw);
    assert.match(receipt.providerReference ?? '', /^adj_/);
    await server.receiptsArrived(1);
    assert.equal(receiptsIn(server).length, 1);
  });

  it('is given the money once, however many ask at once (XO2)', async () => {
    const server = await startWithPaddle();
    const asked = Array.from({ length: 20 }, () => server.liWen.ask('withdraw', withdraw));
    for (const { status, text } of await Promise.all(asked)) {
      assert.ok(status === 200 || problemOf({ status, text, headers: new Headers() }).code === 'in_progress', text);
    }
    await expectDone(server);
  });

  it('gets back what was not given back before, and what renews by itself never charges again (S62, XO7)', async () => {
    const server = await startWithPaddle();
    server.double.refund(server.reference, '900');
    await server.liWen.ok('withdraw', withdraw);
    assert.deepEqual(await server.refunds(), [900, 2_000]);
    await server.later(400 * 86_400);
    const charges = server.double.notices().filter(({ type }) => type === 'transaction.completed');
    assert.equal(charges.length, 1);
  });

  it('can do so after cancelling, which Paddle keeps as a change to come', async () => {
    const server = await startWithPaddle();
    await server.liWen.ok('cancelRenewal', { id: 'm_sub', key: 'intent-0000' });
    await expectDone(server);
  });
});

describe('when something goes wrong on the way (XO4, XO5, DU5)', () => {
  for (const [what, turn] of [
    ['the refund', 0],
    ['the end', 1],
  ] as const) {
    it(`${what} was carried out and nobody heard: it is pending, then done, and done once`, async () => {
      const server = await startWithPaddle();
      server.double.failNext('reset_after', { on: 'write', after: turn });
      // What is read next is lost as well, so that this request cannot find out.
      server.double.failNext('reset_before', { on: 'read', after: 3, times: 3 });
      const reply = await server.liWen.ask('withdraw', withdraw);
      assert.equal(reply.status, 202, reply.text);
      assert.equal(JSON.parse(reply.text).membership.pendingCommand.command, 'withdraw');
      assert.equal(receiptsIn(server).length, 0, 'nothing is said to be done');
      server.double.clear();
      await server.later(60);
      assert.equal(receiptsIn(server).length, 1);
      await expectDone(server);
    });

    it(`${what} never arrived: it is sent when the company is back, under the same intent`, async () => {
      const server = await startWithPaddle();
      server.double.failNext('reset_before', { on: 'write', after: turn });
      await server.liWen.ask('withdraw', withdraw);
      await server.later(60);
      await expectDone(server);
      const seen = await (await server.member()).ok('getMembership', { id: 'm_sub' });
      assert.equal(seen.pendingCommand, null);
    });
  }

  it('a lost reply is found by reading within the same request, and answered as done', async () => {
    const server = await startWithPaddle();
    server.double.failNext('reset_after', { on: 'write', after: 1 });
    await expectDone(server);
  });

  it('a company that cannot be asked is named, and nothing has changed', async () => {
    const server = await startWithPaddle();
    server.double.failNext('error_500', { on: 'read' });
    await server.liWen.refused('withdraw', 'provider_unavailable', withdraw);
    assert.deepEqual([server.double.find(server.reference).status, await server.refunds()], ['active', []]);
    await expectDone(server);
  });

  it('what the company will not give back is told, access stays, and cancelling is still possible', async () => {
    const server = await startWithPaddle();
    server.double.dispute(server.reference);
    await server.liWen.refused('withdraw', 'provider_refused', withdraw);
    const seen = await server.liWen.ok('getMembership', { id: 'm_sub' });
    assert.deepEqual([seen.access, seen.renewal, seen.endedAt], ['granted', 'on', null]);
    await server.liWen.ok('cancelRenewal', { id: 'm_sub', key: 'intent-0002' });
  });

  it('in the half hour in which Paddle takes no change it counts at once, and is carried out after it (XO7)', async () => {
    const server = await startWithPaddle('2026-10-22T03:00:00Z');
    const reply = await server.liWen.ask('withdraw', withdraw);
    assert.equal(reply.status, 202, reply.text);
    await server.later(3600);
    const { membership, receipt } = await (await server.member()).ok('withdraw', withdraw);
    assert.deepEqual([membership.access, receipt.requestedAt], ['ended', '2026-11-22T02:42:00Z']);
    assert.deepEqual(await server.refunds(), [2_900], 'what was charged meanwhile goes back as well');
  });

  it('no receipt names an amount that the company did not confirm: it is pending until it does (XO6)', async () => {
    const server = await startWithPaddle();
    // Read, subscription and charge; then the amount for the receipt.
    server.double.failNext('error_500', { on: 'read', after: 3 });
    const reply = await server.liWen.ask('withdraw', withdraw);
    assert.deepEqual([reply.status, JSON.parse(reply.text).receipt], [202, null]);
    await server.later(60);
    await expectDone(server);
  });
});

describe('what the company says afterwards', () => {
  it('agrees with the receipt: hours of looking again change nothing and tell the host nothing new (S65, WH3)', async () => {
    const server = await startWithPaddle();
    await server.liWen.ok('withdraw', withdraw);
    const before = await (await server.member()).ok('getMembership', { id: 'm_sub' });
    for (let day = 0; day < 3; day += 1) await server.later(86_400);
    const { asOf: _, ...after } = await (await server.member()).ok('getMembership', { id: 'm_sub' });
    const { asOf: __, ...asBefore } = before;
    assert.deepEqual(after, asBefore);
    const { items } = await server.host.ok('listEvents');
    assert.deepEqual(
      items.filter(({ data }) => data.membershipId === 'm_sub').map(({ type }) => type),
      ['membership.withdrawn'],
    );
  });
});
