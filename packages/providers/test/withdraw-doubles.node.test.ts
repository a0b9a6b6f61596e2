import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPaddleDouble, createStripeDouble } from '@leavewell/testing/billing-doubles';

const begun = { startedAt: '2026-11-20T09:00:00Z' };

function stripe() {
  const double = createStripeDouble();
  const id = double.add(begun);
  let keys = 0;
  const ask = async (method: string, path: string, form?: string, key = `k${(keys += 1)}`) => {
    const headers = { authorization: `Bearer ${double.secretKey}`, 'idempotency-key': key };
    const init = form === undefined ? { method, headers } : { method, headers, body: form };
    const response = await double.handle(new Request(`http://stripe.test${path}`, init));
    return { status: response.status, body: await response.json() };
  };
  return { double, id, ask, refund: (form: string, key?: string) => ask('POST', '/v1/refunds', form, key) };
}

describe('our double of Stripe, of which money is asked back', () => {
  it('gives back all that is left, then nothing, and never more', async () => {
    const { refund, ask, double, id } = stripe();
    assert.equal((await refund('payment_intent=pi_double0001&amount=300')).body.amount, 300);
    assert.equal((await refund('payment_intent=pi_double0001&amount=601')).status, 400);
    assert.equal((await refund('charge=ch_double0001')).body.amount, 600);
    assert.equal((await refund('charge=ch_double0001')).body.error.code, 'charge_already_refunded');
    assert.equal((await refund('payment_intent=pi_other')).body.error.code, 'resource_missing');
    const { body } = await ask('GET', '/v1/refunds?payment_intent=pi_double0001');
    assert.deepEqual(body.data.map(({ amount }: { amount: number }) => amount), [600, 300]);
    assert.equal(double.writes.of(id), 2);
  });

  it('gives back once under one key, and nothing of what the bank took back', async () => {
    const { refund, double, id } = stripe();
    const [first, again] = [await refund('charge=ch_double0001', 'same'), await refund('charge=ch_double0001', 'same')];
    assert.deepEqual([again, double.writes.of(id)], [first, 1]);
    const other = stripe();
    other.double.dispute(other.id);
    assert.equal((await other.refund('charge=ch_double0001')).body.error.code, 'charge_disputed');
  });

  it('ends at once, tells so, and does not find what is over', async () => {
    const { ask, double, id } = stripe();
    const { body } = await ask('DELETE', `/v1/subscriptions/${id}?prorate=false`);
    assert.deepEqual([body.status, body.ended_at], ['canceled', Date.parse('2026-11-22T08:00:00Z') / 1000]);
    assert.equal(double.notices().at(-1)?.type, 'customer.subscription.deleted');
    const again = await ask('DELETE', `/v1/subscriptions/${id}`);
    assert.deepEqual([again.status, again.body.error.code], [404, 'resource_missing']);
    assert.equal((await ask('GET', `/v1/subscriptions/${id}`)).status, 200);
  });

  it('lists invoices by their status', async () => {
    const { ask, id } = stripe();
    const list = (status: string) => ask('GET', `/v1/invoices?subscription=${id}&status=${status}`);
    const listed = async (status: string) => (await list(status)).body.data.length;
    assert.deepEqual([await listed('paid'), await listed('open')], [1, 0]);
  });
});

describe('our double of Paddle, of which money is asked back', () => {
  function paddle() {
    const double = createPaddleDouble();
    const id = double.add(begun);
    const ask = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${double.apiKey}` };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await double.handle(new Request(`http://paddle.test${path}`, init));
      return { status: response.status, body: await response.json() };
    };
    const paid = double.notices().find(({ type }) => type === 'transaction.completed');
    const transaction_id = JSON.parse(paid?.body ?? '').data.id;
    const wanted = { action: 'refund', type: 'full', transaction_id, reason: 'x' };
    return { double, id, ask, refund: (changes: object = {}) => ask('/adjustments', { ...wanted, ...changes }) };
  }

  it('takes one refund at a time for a person to look at, of whatever is left', async () => {
    const { refund, double, id } = paddle();
    double.refund(id, '300');
    const { status, body } = await refund();
    assert.deepEqual([status, body.data.status, body.data.totals.total], [201, 'pending_approval', '600']);
    assert.equal((await refund()).body.error.code, 'adjustment_pending_refund_request');
    assert.equal(double.writes.of(id), 1);
  });

  it('gives nothing back of what the bank took back, of another kind, or of what it does not have', async () => {
    const { refund, double, id } = paddle();
    assert.equal((await refund({ type: 'partial' })).status, 400);
    assert.equal((await refund({ transaction_id: 'txn_none' })).status, 404);
    double.dispute(id);
    assert.equal((await refund()).body.error.code, 'adjustment_total_amount_above_remaining_allowed');
    assert.equal(double.writes.of(id), 0);
  });

  it('ends at once when it is told to, but not while a change is scheduled', async () => {
    const { ask, double, id } = paddle();
    double.change(id, 'cancel');
    const now = { effective_from: 'immediately' };
    const locked = await ask(`/subscriptions/${id}/cancel`, now);
    assert.equal(locked.body.error.code, 'subscription_locked_pending_changes');
    double.change(id, 'resume');
    const { body } = await ask(`/subscriptions/${id}/cancel`, now);
    assert.deepEqual([body.data.status, body.data.current_billing_period], ['canceled', null]);
    assert.equal(double.notices().at(-1)?.type, 'subscription.canceled');
  });
});
