import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BillingFacts } from '@leavewell/contract';
import { ServiceError } from '@leavewell/server';
import { translateSubscription } from '../../src/stripe/translate.ts';
import { examples, newerShape, olderShape, seconds, type Changes } from './a-subscription.ts';

const shapes = { 'on the subscription': olderShape, 'on the items': newerShape } as const;
const END = '2026-09-30T09:00:00Z';
const SOONER = '2026-09-15T00:00:00Z';
const canceledAt = { canceled_at: seconds('2026-09-10T10:00:00Z') };
const by = (reason: string | null, feedback: string | null = null) => ({
  cancellation_details: { reason, feedback, comment: null },
});

describe('Stripe’s own examples (CP2)', () => {
  it('translate to facts that our contract accepts, in both shapes', () => {
    for (const example of [examples.older, examples.newer]) {
      const facts = translateSubscription(example);
      assert.deepEqual(BillingFacts.parse(facts), facts);
    }
  });

  it('say what they say, as far as generated dates say anything', () => {
    const older = translateSubscription(examples.older);
    assert.equal(older.periodEndsAt, '2009-02-13T23:31:30Z');
    assert.deepEqual(older.price, { amount: 2000, currency: 'USD', interval: { unit: 'month', count: 1 } });
    const newer = translateSubscription(examples.newer);
    assert.equal(newer.renewal, 'off');
    assert.ok(newer.periodEndsAt !== null && newer.periodStartsAt <= newer.periodEndsAt);
  });
});

describe('a subscription at Stripe reads the same in both shapes (CP2)', () => {
  type Expected = Partial<BillingFacts>;
  const table: ReadonlyArray<readonly [string, Changes, Expected]> = [
    ['that renews', {}, { renewal: 'on', payment: 'ok', renewalOff: null, periodEndsAt: END, endedAt: null }],
    [
      'in a trial',
      { status: 'trialing', trial_end: seconds(END) },
      { renewal: 'on', payment: 'trial', periodEndsAt: END },
    ],
    ['whose payment failed', { status: 'past_due' }, { renewal: 'on', payment: 'past_due', periodEndsAt: END }],
    ['that Stripe gave up collecting', { status: 'unpaid' }, { renewal: 'on', payment: 'unpaid' }],
    ['whose first payment is awaited', { status: 'incomplete' }, { renewal: 'on', payment: 'unpaid', endedAt: null }],
    [
      'to be canceled at the end of the period, as it always was said',
      { cancel_at_period_end: true, cancel_at: seconds(END), ...canceledAt },
      { renewal: 'off', renewalOff: { by: 'provider', at: '2026-09-10T10:00:00Z' }, periodEndsAt: END, endedAt: null },
    ],
    [
      'to be canceled at the end of the period, as only the flag says',
      { cancel_at_period_end: true, ...canceledAt },
      { renewal: 'off', periodEndsAt: END },
    ],
    [
      'to be canceled at the end of the period, as only the date says',
      { cancel_at: seconds(END), ...canceledAt },
      { renewal: 'off', renewalOff: { by: 'provider', at: '2026-09-10T10:00:00Z' }, periodEndsAt: END, endedAt: null },
    ],
    ['to be canceled sooner', { cancel_at: seconds(SOONER) }, { renewal: 'off', periodEndsAt: SOONER, endedAt: null }],
    [
      'to be canceled after one more charge',
      { cancel_at: seconds('2026-10-31T09:00:00Z'), ...canceledAt },
      { renewal: 'on', renewalOff: null, periodEndsAt: END },
    ],
    [
      'canceled by the customer',
      { cancel_at: seconds(END), ...canceledAt, ...by('cancellation_requested', 'too_expensive') },
      { renewalOff: { by: 'member', at: '2026-09-10T10:00:00Z' } },
    ],
    [
      'that ended at once',
      { status: 'canceled', ...canceledAt, ended_at: seconds('2026-09-10T10:00:00Z'), ...by('cancellation_requested') },
      { renewal: 'off', payment: 'ok', endedAt: '2026-09-10T10:00:00Z', periodEndsAt: END },
    ],
    [
      'that ended because it was never paid',
      { status: 'canceled', ...canceledAt, ended_at: seconds('2026-09-10T10:00:00Z'), ...by('payment_failed') },
      { payment: 'unpaid', renewalOff: { by: 'payment_failure', at: '2026-09-10T10:00:00Z' } },
    ],
    [
      'that ended in a dispute',
      { status: 'canceled', ...canceledAt, ended_at: seconds('2026-09-10T10:00:00Z'), ...by('payment_disputed') },
      { payment: 'disputed', endedAt: '2026-09-10T10:00:00Z' },
    ],
    [
      'whose first payment never came',
      { status: 'incomplete_expired' },
      {
        renewal: 'off',
        payment: 'unpaid',
        endedAt: '2026-08-31T09:00:00Z',
        renewalOff: { by: 'payment_failure', at: '2026-08-31T09:00:00Z' },
      },
    ],
    [
      'whose trial ended without a card',
      { status: 'paused' },
      { renewal: 'paused', payment: 'unpaid', resumesAt: null },
    ],
    [
      'whose collection is paused for a while',
      { pause_collection: { behavior: 'void', resumes_at: seconds('2026-12-01T00:00:00Z') } },
      { renewal: 'paused', payment: 'ok', resumesAt: '2026-12-01T00:00:00Z', periodEndsAt: END },
    ],
    [
      'whose collection is paused until further notice',
      { pause_collection: { behavior: 'new_word' } },
      { renewal: 'paused', resumesAt: null },
    ],
    [
      'that was paused and then canceled',
      { pause_collection: { resumes_at: seconds('2026-12-01T00:00:00Z') }, cancel_at: seconds(END) },
      { renewal: 'off', resumesAt: null, periodEndsAt: END },
    ],
    ['in a status that Stripe adds next year', { status: 'new_word' }, { renewal: 'on', payment: 'ok', endedAt: null }],
    [
      'in a status that Stripe adds next year, and over',
      { status: 'new_word', ended_at: seconds(SOONER) },
      { renewal: 'off', endedAt: SOONER },
    ],
  ];
  for (const [what, changes, expected] of table) {
    it(`one ${what}`, () => {
      for (const [where, shape] of Object.entries(shapes)) {
        const facts = translateSubscription(shape(changes));
        const picked = Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(facts, key)]));
        assert.deepEqual(picked, expected, `period ${where}`);
        assert.deepEqual(BillingFacts.parse(facts), facts);
      }
    });
  }

  it('with the same start and period', () => {
    for (const shape of Object.values(shapes)) {
      const { startsAt, periodStartsAt, periodEndsAt } = translateSubscription(shape());
      assert.deepEqual([startsAt, periodStartsAt, periodEndsAt], ['2026-01-31T09:00:00Z', '2026-08-31T09:00:00Z', END]);
    }
  });
});

describe('items with periods of their own', () => {
  const monthly = { current_period_start: seconds('2026-08-31T09:00:00Z'), current_period_end: seconds(END) };
  const yearly = {
    current_period_start: seconds('2026-01-31T09:00:00Z'),
    current_period_end: seconds('2027-01-31T09:00:00Z'),
  };

  it('give the period that ends first: the next charge, and where `cancel_at_period_end` ends everything', () => {
    for (const items of [[monthly, yearly], [yearly, monthly]]) {
      const facts = translateSubscription(newerShape({ cancel_at_period_end: true }, items));
      assert.deepEqual([facts.renewal, facts.periodStartsAt, facts.periodEndsAt], ['off', '2026-08-31T09:00:00Z', END]);
    }
  });

  it('renew once more when the end was set to the last of them', () => {
    const facts = translateSubscription(newerShape({ cancel_at: yearly.current_period_end }, [yearly, monthly]));
    assert.deepEqual([facts.renewal, facts.periodEndsAt], ['on', END]);
  });
});

describe('what is no subscription', () => {
  const refused = (expected: string) => (error: unknown) => {
    if (!(error instanceof ServiceError)) return false;
    return error.code === 'provider_unavailable' && error.details.errors?.[0]?.field === expected;
  };

  it('is refused by the name of the field that shows it', () => {
    for (const value of [undefined, null, 'sub_1', 7, [], {}, { object: 'customer' }]) {
      assert.throws(() => translateSubscription(value), refused('object'));
    }
    assert.throws(() => translateSubscription(olderShape({ status: 7 })), refused('status'));
    const endless = { object: 'subscription', status: 'active', items: { data: [] } };
    assert.throws(() => translateSubscription(endless), refused('items.data[].current_period_end'));
  });

  it('is a ServiceError that answers 503, never a crash', () => {
    assert.throws(() => translateSubscription({}), (error) => error instanceof ServiceError && error.status === 503);
  });
});
