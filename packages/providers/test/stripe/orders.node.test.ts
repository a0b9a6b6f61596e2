import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { stripeExamples as examples } from '@leavewell/testing/billing-doubles';
import { translateOrder } from '../../src/stripe/translate-order.ts';
import { openStripe } from './a-stripe-harness.ts';
import { seconds } from './a-subscription.ts';

const paid = {
  ...examples.items.invoice,
  id: 'in_1',
  number: 'A-1',
  status: 'paid',
  amount_paid: 900,
  amount_due: 900,
  currency: 'eur',
  created: seconds('2026-10-01T00:00:00Z'),
  payments: { data: [{ payment: { type: 'payment_intent', payment_intent: 'pi_1' } }] },
};
const refund = {
  id: 're_1',
  object: 'refund',
  amount: 900,
  created: seconds('2026-10-05T00:00:00Z'),
  status: 'succeeded',
};
const charge = (refunds: readonly object[], more: object = {}) => ({
  id: 'ch_1',
  payment_intent: 'pi_1',
  refunds: { data: refunds },
  ...more,
});

describe('an invoice of Stripe', () => {
  it('says what was paid, in what the currency counts in', () => {
    const order = translateOrder({ ...paid, currency: 'jpy', amount_paid: 500 }, []);
    assert.deepEqual([order?.amount, order?.currency, order?.status, order?.number], [500, 'JPY', 'paid', 'A-1']);
    assert.equal(order?.createdAt, '2026-10-01T00:00:00Z');
  });

  it('has the period of its lines, not the one that it looks back on', () => {
    const period = { start: seconds('2026-10-01T00:00:00Z'), end: seconds('2026-11-01T00:00:00Z') };
    const lines = { data: [{ period: { start: 0, end: 10 } }, { period }, { period: 'x' }] };
    const order = translateOrder({ ...paid, lines }, []);
    assert.deepEqual([order?.periodStartsAt, order?.periodEndsAt], ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z']);
    assert.equal(translateOrder({ ...paid, lines: null }, [])?.periodEndsAt, null);
  });

  const statuses: ReadonlyArray<readonly [object, string | undefined]> = [
    [{ status: 'draft' }, undefined],
    [{ status: 'open', attempted: false }, 'open'],
    [{ status: 'open', attempted: true }, 'failed'],
    [{ status: 'uncollectible' }, 'failed'],
    [{ status: 'void' }, 'void'],
    [{ status: 'new_word' }, undefined],
  ];
  for (const [changes, status] of statuses) {
    it(`${JSON.stringify(changes)} is ${status ?? 'no order'}`, () => {
      assert.equal(translateOrder({ ...paid, ...changes }, [])?.status, status);
    });
  }

  it('counts as refunded only what was sent', () => {
    const statusWith = (...refunds: object[]) => translateOrder(paid, [charge(refunds)])?.status;
    assert.equal(statusWith(refund), 'refunded');
    assert.equal(statusWith({ ...refund, amount: 899 }), 'partially_refunded');
    assert.equal(statusWith({ ...refund, amount: 400 }, { ...refund, id: 're_2', amount: 500 }), 'refunded');
    for (const status of ['pending', 'requires_action', 'failed', 'canceled', 'new_word']) {
      assert.equal(statusWith({ ...refund, status }), 'paid');
    }
  });

  it('tells how every refund stands', () => {
    const table = {
      pending: 'pending',
      requires_action: 'pending',
      succeeded: 'sent',
      failed: 'failed',
      canceled: 'failed',
      new_word: 'pending',
    };
    for (const [theirs, ours] of Object.entries(table)) {
      const [found] = translateOrder(paid, [charge([{ ...refund, status: theirs }])])?.refunds ?? [];
      assert.deepEqual(found, { reference: 're_1', status: ours, amount: 900, createdAt: '2026-10-05T00:00:00Z' });
    }
  });

  it('takes refunds of its own payment alone, by payment intent or by charge', () => {
    assert.equal(translateOrder(paid, [charge([refund], { payment_intent: 'pi_2' })])?.status, 'paid');
    const byCharge = { ...paid, payments: { data: [{ payment: { type: 'charge', charge: 'ch_1' } }] } };
    assert.equal(translateOrder(byCharge, [charge([refund], { payment_intent: null })])?.status, 'refunded');
    const unpaid = { ...paid, payments: undefined };
    assert.equal(translateOrder(unpaid, [charge([refund], { payment_intent: null })])?.status, 'paid');
  });

  it('is not taken for one when it is something else', () => {
    for (const other of [null, 7, {}, { object: 'charge' }, { ...paid, id: null }, { ...paid, created: 'x' }]) {
      assert.throws(
        () => translateOrder(other, []),
        (error) => error instanceof ServiceError && error.status === 503,
      );
    }
  });
});

describe('the orders of a subscription at Stripe', () => {
  it('are all of its own, newest first, over several pages, with what went back', async () => {
    const { double, provider, subjectOf, close } = await openStripe();
    try {
      const [id, other] = [
        double.add({ startedAt: '2017-01-31T09:00:00Z' }),
        double.add({ startedAt: '2026-01-31T09:00:00Z' }),
      ];
      double.refund(id, 300);
      double.refund(id, 600, 'pending');
      double.refund(other, 900);
      const orders = await provider.orders(await subjectOf(id));
      assert.equal(orders.length, 118);
      assert.deepEqual([orders[0]?.status, orders[0]?.refunds.length], ['partially_refunded', 2]);
      assert.deepEqual(
        [orders[0]?.periodStartsAt, orders[0]?.periodEndsAt],
        ['2026-10-31T09:00:00Z', '2026-11-30T09:00:00Z'],
      );
      assert.equal(orders.at(-1)?.createdAt, '2017-01-31T09:00:00Z');
      const [newest] = await provider.orders(await subjectOf(other));
      assert.deepEqual([newest?.status, newest?.amount, newest?.currency], ['refunded', 900, 'EUR']);
    } finally {
      await close();
    }
  });

  it('are none when there are none, in one request', async () => {
    const { double, provider, subjectOf, close } = await openStripe();
    try {
      const subject = await subjectOf(double.add());
      const before = double.exchanges.length;
      double.failNext('empty_list');
      assert.deepEqual(await provider.orders(subject), []);
      assert.equal(double.exchanges.length - before, 1);
    } finally {
      await close();
    }
  });

  it('are unavailable when half of them is', async () => {
    const { double, provider, subjectOf, close } = await openStripe();
    try {
      const subject = await subjectOf(double.add());
      for (const fault of ['html', 'wrong_json', 'error_500', 'reset_before'] as const) {
        double.failNext(fault);
        await assert.rejects(
          provider.orders(subject),
          (error) => error instanceof ServiceError && error.status === 503,
        );
        double.failNext(fault);
        await assert.rejects(provider.list('cus_double1', new Date(0)), ServiceError);
      }
    } finally {
      await close();
    }
  });
});

describe('the subscriptions of one customer at Stripe', () => {
  it('are all there, over several pages, ended ones too, and nobody else’s', async () => {
    const { double, provider, close } = await openStripe();
    try {
      for (let count = 0; count < 120; count += 1) double.add();
      double.change(double.add(), 'end');
      double.add({ customer: 'cus_double2' });
      const listed = await provider.list('cus_double1', double.clock.now());
      assert.equal(listed.length, 121);
      assert.equal(listed.filter(({ facts }) => facts.endedAt !== null).length, 1);
      assert.deepEqual(listed[0]?.facts.paymentMethod, { brand: 'visa', last4: '4242' });
      assert.deepEqual(await provider.list('cus_nobody', double.clock.now()), []);
    } finally {
      await close();
    }
  });
});
