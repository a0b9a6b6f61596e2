import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { aCommandAt } from '../a-membership.ts';
import { openPaddle, type PaddleStage } from './a-paddle-harness.ts';

const begun = { startedAt: '2026-11-20T09:00:00Z' };
const refusal = (code: string) => (error: unknown) => error instanceof ServiceError && error.code === code;

async function onPaddle(run: (stage: PaddleStage) => Promise<void>): Promise<void> {
  const stage = await openPaddle();
  try {
    await run(stage);
  } finally {
    await stage.close();
  }
}

const writesOf = ({ exchanges }: PaddleStage['double']) =>
  exchanges.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, JSON.parse(body)]);

async function withdraw({ double, provider, subjectOf }: PaddleStage, id: string) {
  return provider.withdraw(await subjectOf(id), aCommandAt(double.clock.now()));
}

describe('withdrawing at Paddle', () => {
  it('asks for the newest transaction back in full, then ends it at once', () =>
    onPaddle(async (stage) => {
      const { double } = stage;
      const id = double.add(begun);
      const { facts, reference } = await withdraw(stage, id);
      const listed = double.exchanges.find(({ path }) => path === '/transactions')?.answer['data'];
      const [transaction] = Array.isArray(listed) ? listed : [];
      const { id: transaction_id } = Object(transaction);
      assert.deepEqual(writesOf(double), [
        ['POST', '/adjustments', { action: 'refund', type: 'full', transaction_id, reason: 'withdrawal' }],
        ['POST', `/subscriptions/${id}/cancel`, { effective_from: 'immediately' }],
      ]);
      assert.match(reference ?? '', /^adj_/);
      assert.deepEqual([facts.endedAt, facts.payment], ['2026-11-22T08:00:00Z', 'refunded']);
    }));

  it('takes a scheduled end away first, because Paddle takes no other while there is one', () =>
    onPaddle(async (stage) => {
      const { double } = stage;
      const id = double.add(begun);
      double.change(id, 'cancel');
      const { facts } = await withdraw(stage, id);
      const asked = writesOf(double).map(([method, path]) => `${method} ${String(path).replace(id, 'id')}`);
      assert.deepEqual(asked, [
        'POST /adjustments',
        'POST /subscriptions/id/cancel',
        'PATCH /subscriptions/id',
        'POST /subscriptions/id/cancel',
      ]);
      assert.deepEqual([facts.payment, double.find(id).status], ['refunded', 'canceled']);
    }));

  it('goes on where it was lost between the two, with renewal on for that moment and the money on its way', () =>
    onPaddle(async (stage) => {
      const { double } = stage;
      const id = double.add(begun);
      double.change(id, 'cancel');
      double.failNext('reset_before', { on: 'write', after: 3 });
      await assert.rejects(withdraw(stage, id), refusal('provider_unavailable'));
      assert.deepEqual([double.find(id).status, double.find(id).scheduled], ['active', null]);
      await withdraw(stage, id);
      assert.equal(double.find(id).status, 'canceled');
      assert.equal(writesOf(double).filter(([, path]) => path === '/adjustments').length, 1);
    }));

  it('counts a refund that waits for Paddle’s approval, and not one that Paddle rejected', () =>
    onPaddle(async (stage) => {
      const { double } = stage;
      const [waiting, rejected] = [double.add(begun), double.add(begun)];
      double.refund(waiting, '900', 'pending_approval');
      double.refund(rejected, '900', 'rejected');
      await withdraw(stage, waiting);
      await withdraw(stage, rejected);
      assert.equal(writesOf(double).filter(([, path]) => path === '/adjustments').length, 1);
    }));

  it('in the half hour before a renewal is not done yet and not refused: told again after it, all money goes back', () =>
    onPaddle(async (stage) => {
      const { double, provider, subjectOf } = stage;
      const id = double.add({ startedAt: '2026-10-22T08:10:00Z' });
      await assert.rejects(withdraw(stage, id), refusal('provider_unavailable'));
      assert.equal(double.find(id).status, 'active');
      double.clock.set('2026-11-22T08:10:00Z');
      const { facts } = await withdraw(stage, id);
      assert.equal(facts.payment, 'refunded');
      const orders = await provider.orders(await subjectOf(id));
      const refunds = orders.map((order) => order.refunds.length);
      assert.deepEqual(refunds, [1, 1], 'the charge that came between goes back too');
    }));

  it('ends what cost nothing without a refund', () =>
    onPaddle(async (stage) => {
      const { double } = stage;
      const { facts } = await withdraw(stage, double.add({ ...begun, amount: '0' }));
      assert.deepEqual([facts.payment, writesOf(double).length], ['ok', 1]);
    }));
});
