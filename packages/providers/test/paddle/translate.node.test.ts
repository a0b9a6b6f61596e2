import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BillingFacts } from '@leavewell/contract';
import { ServiceError } from '@leavewell/server';
import { createPaddleDouble, renderPaddleSubscription } from '@leavewell/testing/billing-doubles';
import { translatePaddleSubscription } from '../../src/paddle/translate.ts';

type Wire = Readonly<Record<string, unknown>>;

const END = '2026-11-30T09:00:00Z';

/** A subscription as Paddle answers it, renewed twice, with changes. */
function aSubscription(changes: Wire = {}): Wire {
  const double = createPaddleDouble();
  return {
    ...renderPaddleSubscription(double.find(double.add({ startedAt: '2026-08-31T09:00:00.556Z' }))),
    ...changes,
  };
}

const period = { current_billing_period: { starts_at: '2026-10-31T09:00:00Z', ends_at: END } };
const still = { current_billing_period: null, next_billed_at: null };
const scheduled = (action: string, resume_at: string | null = null) => ({
  ...period,
  updated_at: '2026-11-10T10:00:00.123456Z',
  scheduled_change: { action, effective_at: END, resume_at },
});

describe('a subscription at Paddle reads', () => {
  const off = { by: 'provider', at: '2026-11-10T10:00:00.123Z' } as const;
  const table: ReadonlyArray<readonly [string, Wire, Partial<BillingFacts>]> = [
    [
      'as renewing, to be canceled until half an hour before the charge',
      period,
      { renewal: 'on', payment: 'ok', periodEndsAt: END, cancelBy: '2026-11-30T08:30:00Z', endedAt: null },
    ],
    ['as a trial', { ...period, status: 'trialing' }, { renewal: 'on', payment: 'trial' }],
    ['as unpaid for now', { ...period, status: 'past_due' }, { renewal: 'on', payment: 'past_due', endedAt: null }],
    [
      'as off when it is to be canceled',
      scheduled('cancel'),
      { renewal: 'off', renewalOff: off, periodEndsAt: END, endedAt: null, cancelBy: null },
    ],
    [
      'as paused when it is to be paused',
      scheduled('pause'),
      { renewal: 'paused', resumesAt: null, periodEndsAt: END },
    ],
    [
      'as paused for a while',
      scheduled('pause', '2027-02-01T00:00:00Z'),
      { renewal: 'paused', resumesAt: '2027-02-01T00:00:00Z' },
    ],
    [
      'as paused, which has no period, since its end',
      { ...still, status: 'paused', paused_at: END },
      { renewal: 'paused', periodEndsAt: END, resumesAt: null, endedAt: null },
    ],
    [
      'as paused until the day it resumes',
      {
        ...still,
        status: 'paused',
        paused_at: END,
        scheduled_change: { action: 'resume', effective_at: '2027-02-01T00:00:00Z', resume_at: null },
      },
      { renewal: 'paused', resumesAt: '2027-02-01T00:00:00Z' },
    ],
    [
      'as ended, which has no period, since it was',
      { ...still, status: 'canceled', canceled_at: END },
      { renewal: 'off', renewalOff: { by: 'provider', at: END }, endedAt: END, periodEndsAt: END },
    ],
    ['as renewing in a word that comes next year', { ...period, status: 'new_word' }, { renewal: 'on', payment: 'ok' }],
    [
      'as ended in a word that comes next year, once there is a date',
      { ...still, status: 'new_word', canceled_at: END },
      { renewal: 'off', endedAt: END },
    ],
    [
      'as renewing when a change has a word that comes next year',
      { ...period, scheduled_change: { action: 'new_word', effective_at: END } },
      { renewal: 'on' },
    ],
  ];
  for (const [what, changes, expected] of table) {
    it(what, () => {
      const facts = translatePaddleSubscription(aSubscription(changes));
      const picked = Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(facts, key)]));
      assert.deepEqual(picked, expected);
      assert.deepEqual(BillingFacts.parse(facts), facts);
    });
  }

  it('as something else when it is none', () => {
    const others = [null, 7, [], {}, { id: 'txn_1' }, aSubscription({ status: 7 }), { id: 'sub_1', status: 'active' }];
    for (const other of others) {
      assert.throws(
        () => translatePaddleSubscription(other),
        (error) => error instanceof ServiceError && error.status === 503,
      );
    }
  });

  it('with dates in order, whatever status, change and gap it comes with', () => {
    for (const status of ['active', 'trialing', 'past_due', 'paused', 'canceled', 'new_word']) {
      for (const change of [null, 'cancel', 'pause', 'resume', 7]) {
        for (const gaps of [{}, still, { started_at: null }, { items: 'x' }, { created_at: 7, started_at: 7 }]) {
          const change_at = { scheduled_change: change && { action: change, effective_at: END } };
          const dates = { canceled_at: status === 'canceled' ? END : null, paused_at: END };
          const facts = translatePaddleSubscription(
            aSubscription({ ...period, ...dates, ...change_at, ...gaps, status }),
          );
          assert.ok(BillingFacts.safeParse(facts).success);
          assert.ok(facts.startsAt <= facts.periodStartsAt && facts.periodStartsAt <= (facts.periodEndsAt ?? ''));
          assert.equal(facts.renewal === 'off', facts.renewalOff !== null);
        }
      }
    }
  });
});

describe('the price at Paddle', () => {
  const item = (amount: unknown, changes: Wire = {}, quantity: unknown = 1): Wire => ({
    recurring: true,
    quantity,
    price: { unit_price: { amount, currency_code: 'EUR' }, unit_price_overrides: [], ...changes },
  });
  const priceOf = (items: unknown, changes: Wire = {}) =>
    translatePaddleSubscription(aSubscription({ ...period, items, ...changes })).price;

  it('is the sum of what recurs, times its number', () => {
    const once = { ...item('5000'), recurring: false };
    assert.deepEqual(priceOf([item('900', {}, 3), item('100'), once]), {
      amount: 2_800,
      currency: 'EUR',
      interval: { unit: 'month', count: 1 },
    });
  });

  it('is in whole yen for yen, and never multiplied', () => {
    const yen = { unit_price: { amount: '500', currency_code: 'JPY' } };
    assert.equal(priceOf([item('0', yen)], { currency_code: 'JPY' })?.amount, 500);
  });

  it('is not guessed from another currency, or where countries pay differently', () => {
    assert.equal(priceOf([item('900')], { currency_code: 'GBP' }), null);
    const elsewhere = (amount: string, currency_code: string) => ({
      unit_price_overrides: [{ country_codes: ['DE'], unit_price: { amount, currency_code } }],
    });
    assert.equal(priceOf([item('900', elsewhere('800', 'EUR'))]), null);
    assert.equal(priceOf([item('900', elsewhere('900', 'EUR'))])?.amount, 900);
    assert.equal(priceOf([item('900', elsewhere('800', 'USD'))])?.amount, 900);
  });

  it('is none without items, or for what is no number of lowest units', () => {
    for (const amount of ['9.00', '', null, 900, '1e3', '9'.repeat(19), 'x'])
      assert.equal(priceOf([item(amount)]), null);
    for (const items of [[], null, 'x']) assert.equal(priceOf(items), null);
    assert.equal(priceOf([item('900')], { currency_code: 'euro' }), null);
  });

  it('is charged as often as the cycle says', () => {
    const every = (billing_cycle: unknown) => priceOf([item('900')], { billing_cycle })?.interval;
    assert.deepEqual(every({ interval: 'year', frequency: 2 }), { unit: 'year', count: 2 });
    for (const other of [null, { interval: 'fortnight', frequency: 1 }, { interval: 'month', frequency: 0 }]) {
      assert.equal(every(other), null);
    }
  });
});
