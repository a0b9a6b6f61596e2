import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { readForm, type Exchange, type StripeDoubleOptions } from '@leavewell/testing/billing-doubles';
import { aCommandAt } from '../a-membership.ts';
import { openStripe, type StripeStage } from './a-stripe-harness.ts';

const begun = { startedAt: '2026-11-20T09:00:00Z' };
const refusal = (code: string) => (error: unknown) => error instanceof ServiceError && error.code === code;

async function onStripe(run: (stage: StripeStage) => Promise<void>, options: StripeDoubleOptions = {}): Promise<void> {
  const stage = await openStripe(options);
  try {
    await run(stage);
  } finally {
    await stage.close();
  }
}

const writesOf = ({ exchanges }: StripeStage['double']) => exchanges.filter(({ method }) => method !== 'GET');
const formOf = ({ body }: Exchange) => readForm(new URLSearchParams(body));

async function refundsOf({ double, provider, subjectOf }: StripeStage, id: string): Promise<readonly number[]> {
  const [newest] = await provider.orders(await subjectOf(id));
  double.clear();
  return newest?.refunds.filter(({ status }) => status !== 'failed').map(({ amount }) => amount) ?? [];
}

describe('withdrawing at Stripe', () => {
  it('sends the refund first, under a key of the intent, then the end without proration or invoice', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      const command = aCommandAt(double.clock.now(), 'intent-7');
      const { facts, reference } = await provider.withdraw(await subjectOf(id), command);
      const [refund, end, ...more] = writesOf(double);
      assert.ok(refund && end && more.length === 0);
      assert.deepEqual([refund.path, end.method, end.path], ['/v1/refunds', 'DELETE', `/v1/subscriptions/${id}`]);
      assert.deepEqual(formOf(refund), {
        payment_intent: 'pi_double0001',
        amount: '900',
        reason: 'requested_by_customer',
        metadata: { leavewell_intent: 'intent-7' },
      });
      assert.equal(refund.headers.get('idempotency-key'), 'intent-7.pi_double0001');
      assert.deepEqual([end.query.get('prorate'), end.query.get('invoice_now')], ['false', 'false']);
      assert.deepEqual([facts.endedAt, facts.payment], ['2026-11-22T08:00:00Z', 'refunded']);
      assert.equal(reference, 're_double0001n1');
    }));

  for (const shape of ['subscription', 'items'] as const) {
    for (const billingMode of ['classic', 'flexible'] as const) {
      it(`finds the payment where the period stands on the ${shape}, ${billingMode} billing, also after a cancellation (CP2, P18)`, () =>
        onStripe(
          async (stage) => {
            const { double, provider, subjectOf } = stage;
            const id = double.add({ ...begun, billingMode });
            double.change(id, 'cancel');
            await provider.withdraw(await subjectOf(id), aCommandAt(double.clock.now()));
            assert.deepEqual(await refundsOf(stage, id), [900]);
            assert.equal(double.find(id).status, 'canceled');
          },
          { shape },
        ));
    }
  }

  it('gives back the newest charge alone, and of that what is not back yet', () =>
    onStripe(async (stage) => {
      const { double, provider, subjectOf } = stage;
      const id = double.add({ startedAt: '2026-08-31T09:00:00Z' });
      double.refund(id, 300);
      double.refund(id, 100, 'failed');
      await provider.withdraw(await subjectOf(id), aCommandAt(double.clock.now()));
      assert.deepEqual(await refundsOf(stage, id), [300, 600]);
      const orders = await provider.orders(await subjectOf(id));
      assert.deepEqual(orders.map(({ status }) => status), ['refunded', 'paid', 'paid']);
    }));

  it('sends nothing for what was given back already, and ends it', () =>
    onStripe(async (stage) => {
      const { double, provider, subjectOf } = stage;
      const id = double.add(begun);
      double.refund(id, 900, 'pending');
      const { facts, reference } = await provider.withdraw(await subjectOf(id), aCommandAt(double.clock.now()));
      assert.deepEqual([facts.payment, reference], ['refunded', 're_double0001n1']);
      assert.deepEqual(writesOf(double).map(({ method }) => method), ['DELETE']);
    }));

  it('ends what cost nothing without a refund, and says no money went back', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add({ ...begun, amount: 0 }));
      const { facts } = await provider.withdraw(subject, aCommandAt(double.clock.now()));
      assert.deepEqual([facts.payment, facts.endedAt], ['ok', '2026-11-22T08:00:00Z']);
      assert.deepEqual(writesOf(double).map(({ method }) => method), ['DELETE']);
      const again = await provider.withdraw(subject, aCommandAt(double.clock.now()));
      assert.deepEqual([again.facts, writesOf(double).length], [facts, 1]);
    }));

  it('is done when somebody ended it between the look and the end: what Stripe does not find is looked at (XO5)', () =>
    onStripe(async (stage) => {
      const { double, provider, subjectOf } = stage;
      const id = double.add(begun);
      const subject = await subjectOf(id);
      double.failNext('error_500', { on: 'write', after: 1 });
      await assert.rejects(provider.withdraw(subject, aCommandAt(double.clock.now())), refusal('provider_unavailable'));
      double.change(id, 'end');
      const { facts } = await provider.withdraw(subject, aCommandAt(double.clock.now()));
      assert.equal(facts.payment, 'refunded');
      assert.deepEqual(await refundsOf(stage, id), [900]);
    }));

  it('reads of what is over whether its money went back, and of what runs nothing more than before', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      double.refund(id, 900);
      assert.equal((await subjectOf(id)).facts.payment, 'ok');
      assert.deepEqual(double.exchanges.map(({ path }) => path), [`/v1/subscriptions/${id}`]);
      double.change(id, 'end');
      assert.equal((await provider.read(await subjectOf(id), double.clock.now())).payment, 'refunded');
    }));

  it('a refund that failed afterwards is no refund: what is over is not said to be paid back', () =>
    onStripe(async ({ double, subjectOf }) => {
      const id = double.add(begun);
      double.refund(id, 900, 'failed');
      double.change(id, 'end');
      assert.equal((await subjectOf(id)).facts.payment, 'ok');
    }));
});
