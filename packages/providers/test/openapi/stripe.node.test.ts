import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  companyDocument,
  stripeExamples as examples,
  type Exchange,
  type StripeDoubleOptions,
} from '@leavewell/testing/billing-doubles';
import { aCommandAt, aMembershipOf } from '../a-membership.ts';
import { openStripe } from '../stripe/a-stripe-harness.ts';
import { judgeBy } from './judge-by-document.ts';

const document = judgeBy(companyDocument('stripe'));

/** Everything the provider can ask for, of subscriptions that are refunded, canceled, paused, over or withdrawn. */
async function askEverything(options: StripeDoubleOptions): Promise<readonly Exchange[]> {
  const { double, provider, subjectOf, close } = await openStripe(options);
  try {
    const now = double.clock.now();
    for (const billingMode of ['classic', 'flexible'] as const) {
      const id = double.add({ startedAt: '2025-01-31T09:00:00Z', billingMode });
      double.refund(id, 300);
      const subject = await subjectOf(id);
      const off = await provider.cancelRenewal(subject, aCommandAt(now, `cancel-${id}`));
      await provider.resumeRenewal({ ...subject, facts: off.facts }, aCommandAt(now, `resume-${id}`));
      await provider.orders(subject);
      double.change(id, 'pause');
      double.change(id, 'end');
      await provider.read(subject, now);
      const other = await subjectOf(double.add({ startedAt: '2026-11-20T09:00:00Z', billingMode }));
      await provider.withdraw(other, aCommandAt(now, `withdraw-${id}`));
      await provider.withdraw(other, aCommandAt(now, `withdraw-${id}`));
    }
    await provider.list('cus_double1', now);
    await provider.read(aMembershipOf('sub_none'), now).catch(() => undefined);
    return double.exchanges;
  } finally {
    await close();
  }
}

describe('what is sent to Stripe, and what our Stripe answers, by Stripe’s own description', () => {
  it('sends only requests that it describes', async () => {
    for (const shape of ['subscription', 'items'] as const) {
      const exchanges = await askEverything({ shape });
      const asked = new Set(exchanges.map(({ method, path }) => `${method} ${path.replace(/sub_\w+/, '{id}')}`));
      assert.equal(asked.size, 8);
      for (const exchange of exchanges) assert.deepEqual(document.requestFaults(exchange), [], exchange.path);
    }
  });

  it('is answered in the form that it describes, where the period stands on the subscription', async () => {
    for (const exchange of await askEverything({ shape: 'subscription' })) {
      assert.deepEqual(document.responseFaults(exchange), [], `${exchange.method} ${exchange.path}`);
    }
  });

  it('is answered with the fields of Stripe’s newer examples, where the period stands on the items', async () => {
    const known = new Map<unknown, object>(Object.values(examples.items).map((example) => [example.object, example]));
    for (const { answer } of await askEverything({ shape: 'items' })) {
      for (const object of Array.isArray(answer['data']) ? answer['data'] : [answer]) {
        const fields = Object.keys({
          ...known.get(object.object),
          payments: 'included',
          refunds: 'included',
          error: 'other',
        });
        assert.deepEqual(
          Object.keys(object).filter((field) => !fields.includes(field)),
          [],
          object.object,
        );
      }
    }
  });

  it('would notice a wrong request, a wrong answer and a wrong path', async () => {
    const exchanges = await askEverything({ shape: 'subscription' });
    const write = exchanges.find(({ method }) => method === 'POST');
    assert.ok(write);
    const faults = (changes: Partial<Exchange>) => document.requestFaults({ ...write, ...changes }).length > 0;
    assert.ok(faults({ body: 'cancel_at_period_end=perhaps' }));
    assert.ok(faults({ body: 'cancel_at_periods_end=true' }));
    assert.ok(faults({ query: new URLSearchParams({ limit: '3' }) }));
    assert.ok(faults({ path: '/v2/subscriptions/sub_1' }));
    assert.ok(faults({ method: 'DELETE', body: '', query: new URLSearchParams({ prorates: 'false' }) }));
    assert.ok(faults({ path: '/v1/refunds', body: 'amount=all' }));
    assert.ok(faults({ path: '/v1/refunds', body: 'reason=changed_their_mind' }));
    const answer = { ...write.answer, status: 'resting', current_period_end: 'soon' };
    assert.equal(document.responseFaults({ ...write, answer }).length, 2);
  });

  it('says which version of its words it expects, with every request', async () => {
    for (const { headers } of await askEverything({})) assert.equal(headers.get('stripe-version'), '2026-10-28.endive');
  });
});
