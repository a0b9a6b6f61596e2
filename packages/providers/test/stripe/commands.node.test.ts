import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { readForm, type Exchange } from '@leavewell/testing/billing-doubles';
import { aCommandAt } from '../a-membership.ts';
import { openStripe, type StripeStage } from './a-stripe-harness.ts';

const begun = { startedAt: '2026-08-31T09:00:00Z' };

const refusal = (code: string) => (error: unknown) => error instanceof ServiceError && error.code === code;

async function onStripe(run: (stage: StripeStage) => Promise<void>): Promise<void> {
  const stage = await openStripe();
  try {
    await run(stage);
  } finally {
    await stage.close();
  }
}

function sentForm({ exchanges }: StripeStage['double']): Exchange {
  const sent = exchanges.findLast(({ method }) => method === 'POST');
  assert.ok(sent);
  return sent;
}

describe('canceling at Stripe', () => {
  it('sends the one switch, the intent in its metadata, and the intent as idempotency key', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      const { reference } = await provider.cancelRenewal(subject, aCommandAt(double.clock.now(), 'intent-7'));
      const { body, headers } = sentForm(double);
      const { expand, ...sent } = readForm(new URLSearchParams(body));
      assert.deepEqual(sent, { cancel_at_period_end: 'true', metadata: { leavewell_intent: 'intent-7' } });
      assert.ok(Array.isArray(expand));
      assert.equal(headers.get('idempotency-key'), 'intent-7');
      assert.equal(double.writesByKey.of('intent-7'), 1);
      assert.equal(reference, `req_double${double.exchanges.length}`, 'the receipt has Stripe’s request');
    }));

  it('in its last second stops the charge; the same second later Stripe has charged, and it stops the next (XO7)', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const [early, late] = [await subjectOf(double.add(begun)), await subjectOf(double.add(begun))];
      double.clock.set('2026-11-30T08:59:59Z');
      const inTime = await provider.cancelRenewal(early, aCommandAt(double.clock.now(), 'early'));
      assert.equal(inTime.facts.periodEndsAt, '2026-11-30T09:00:00Z');
      double.clock.set('2026-11-30T09:00:00Z');
      const tooLate = await provider.cancelRenewal(late, aCommandAt(double.clock.now(), 'late'));
      assert.equal(tooLate.facts.periodEndsAt, '2026-12-31T09:00:00Z');
      double.clock.set('2027-06-01T00:00:00Z');
      assert.equal((await provider.orders(early)).length, 3);
      assert.equal((await provider.orders(late)).length, 4);
      assert.equal((await provider.read(early, double.clock.now())).endedAt, '2026-11-30T09:00:00Z');
    }));

  it('is refused with a name when it ended between the look and the change (XO5)', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      const subject = await subjectOf(id);
      const inner = provider.cancelRenewal(subject, aCommandAt(double.clock.now()));
      // The first request is under way; before the second comes, somebody ends it in the dashboard.
      while (double.exchanges.length < 2) await new Promise((resolve) => setImmediate(resolve));
      double.change(id, 'end');
      await assert.rejects(inner, refusal('membership_ended'));
      assert.equal(double.writes.total, 0);
    }));

  it('is refused before anything is sent when its items are paid for until different days', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const { refuseMixedPeriods } = await import('../../src/stripe/refuse-mixed-periods.ts');
      const item = (end: number) => ({ current_period_start: 1, current_period_end: end, price: null, quantity: 1 });
      const mixed = { object: 'subscription', status: 'active', items: { data: [item(100), item(200)] } };
      assert.throws(() => refuseMixedPeriods(mixed), refusal('provider_refused'));
      const same = { ...mixed, items: { data: [item(100), item(100)] } };
      assert.doesNotThrow(() => refuseMixedPeriods(same));
      const subject = await subjectOf(double.add(begun));
      assert.equal((await provider.cancelRenewal(subject, aCommandAt(double.clock.now()))).facts.renewal, 'off');
    }));
});

describe('resuming at Stripe', () => {
  for (const billingMode of ['classic', 'flexible'] as const) {
    it(`takes back a date that was set by hand or in the portal, and is charged again (${billingMode})`, () =>
      onStripe(async ({ double, provider, subjectOf }) => {
        const id = double.add({ ...begun, billingMode });
        double.change(id, 'set_cancel_date');
        const subject = await subjectOf(id);
        assert.deepEqual([subject.facts.renewal, subject.facts.renewalOff?.by], ['off', 'provider']);
        await provider.resumeRenewal(subject, aCommandAt(double.clock.now()));
        assert.equal(readForm(new URLSearchParams(sentForm(double).body))['cancel_at'], '');
        double.clock.set('2026-12-01T00:00:00Z');
        assert.equal((await provider.orders(subject)).length, 4);
      }));
  }

  it('is refused for a pause, which is nobody’s cancellation', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      double.change(id, 'pause');
      const command = aCommandAt(double.clock.now());
      await assert.rejects(provider.resumeRenewal(await subjectOf(id), command), refusal('nothing_to_resume'));
    }));

  it('goes back to the pause that was there before the cancellation', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      double.change(id, 'pause');
      double.change(id, 'cancel');
      const { facts } = await provider.resumeRenewal(await subjectOf(id), aCommandAt(double.clock.now()));
      assert.equal(facts.renewal, 'paused');
    }));
});

describe('telling Stripe again under one intent', () => {
  it('gets past a failure that Stripe keeps under the first key, and writes once (XO4)', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      const command = aCommandAt(double.clock.now());
      for (const times of [1, 2]) {
        double.failNext('error_500', { on: 'write', times });
        await assert.rejects(provider.cancelRenewal(subject, command), refusal('provider_unavailable'));
      }
      assert.equal((await provider.cancelRenewal(subject, command)).facts.renewal, 'off');
      assert.deepEqual([double.writes.total, double.writesByKey.of('intent-1')], [1, 0]);
      const keys = double.exchanges.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);
      assert.deepEqual(new Set(keys), new Set(['intent-1', 'intent-1.2', 'intent-1.3']));
    }));

  it('with another body under the same key is refused by name', () =>
    onStripe(async ({ double, provider, subjectOf }) => {
      const [one, other] = [await subjectOf(double.add(begun)), await subjectOf(double.add(begun))];
      await provider.cancelRenewal(one, aCommandAt(double.clock.now()));
      const reused = provider.cancelRenewal(other, aCommandAt(double.clock.now()));
      await assert.rejects(reused, refusal('provider_refused'));
    }));
});
