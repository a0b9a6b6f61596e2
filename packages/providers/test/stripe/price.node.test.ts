import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { translateSubscription } from '../../src/stripe/translate.ts';
import { aPrice, newerShape, olderShape, period, seconds, type Changes } from './a-subscription.ts';

const priceOf = (items: readonly Changes[], currency: unknown = 'usd') =>
  translateSubscription(newerShape({ currency }, items)).price;
const monthly = { unit: 'month', count: 1 };

describe('the price of the next charge', () => {
  it('is the item’s, in the currency’s minor unit', () => {
    assert.deepEqual(priceOf([{}]), { amount: 2000, currency: 'USD', interval: monthly });
    assert.deepEqual(translateSubscription(olderShape()).price, { amount: 2000, currency: 'USD', interval: monthly });
  });

  it('is in whole yen for yen', () => {
    const yen = priceOf([{ price: aPrice({ unit_amount: 500 }) }], 'jpy');
    assert.deepEqual(yen, { amount: 500, currency: 'JPY', interval: monthly });
  });

  it('is for all seats', () => assert.equal(priceOf([{ quantity: 7 }])?.amount, 14_000));

  it('is for one when no number is said', () => assert.equal(priceOf([{ quantity: null }])?.amount, 2000));

  it('adds up everything that falls due together, and nothing that falls due later', () => {
    const addOn = { price: aPrice({ unit_amount: 300 }), quantity: 2 };
    const yearly = { price: aPrice({ unit_amount: 9000 }), current_period_end: seconds('2027-01-31T09:00:00Z') };
    assert.equal(priceOf([{}, addOn, yearly])?.amount, 2600);
  });

  it('counts a fraction of a cent per unit', () => {
    const price = aPrice({ unit_amount: null, unit_amount_decimal: '0.07' });
    assert.equal(priceOf([{ price, quantity: 100 }])?.amount, 7);
  });

  it('counts packages, begun or full', () => {
    const amountIn = (transform_quantity: Changes) =>
      priceOf([{ price: aPrice({ transform_quantity }), quantity: 25 }])?.amount;
    assert.equal(amountIn({ divide_by: 10, round: 'up' }), 6000);
    assert.equal(amountIn({ divide_by: 10, round: 'down' }), 4000);
    for (const nonsense of [{ divide_by: 0 }, { divide_by: null }, {}]) assert.equal(amountIn(nonsense), 50_000);
  });

  it('leaves metered use out, which nobody knows yet', () => {
    const metered = { price: aPrice({ unit_amount: 5 }, { usage_type: 'metered' }) };
    assert.equal(priceOf([{}, metered])?.amount, 2000);
    assert.equal(priceOf([metered]), null);
  });

  it('is not guessed for tiers, without items or in no currency', () => {
    assert.equal(priceOf([{}, { price: aPrice({ unit_amount: null, unit_amount_decimal: null }) }]), null);
    assert.equal(priceOf([{ price: aPrice({ unit_amount: null, unit_amount_decimal: 'free' }) }]), null);
    assert.equal(translateSubscription(olderShape({ items: { data: [] } })).price, null);
    assert.equal(translateSubscription(olderShape({ items: null })).price, null);
    assert.equal(priceOf([{}], null), null);
    assert.equal(priceOf([{}], 'dollars'), null);
  });

  it('is charged as often as the price says, if it is a unit we know', () => {
    const every = (interval: string, interval_count: unknown) =>
      priceOf([{ price: aPrice({}, { interval, interval_count }) }])?.interval;
    assert.deepEqual(every('year', 1), { unit: 'year', count: 1 });
    assert.deepEqual(every('week', 6), { unit: 'week', count: 6 });
    assert.deepEqual(every('day', undefined), { unit: 'day', count: 1 });
    for (const word of ['fortnight', 'constructor', '']) assert.equal(every(word, 1), null);
    assert.equal(every('month', 0), null);
  });

  it('is found beside a period on the subscription too', () => {
    assert.equal(translateSubscription(newerShape(period, [{}, {}])).price?.amount, 4000);
  });
});

describe('the way it is paid', () => {
  const methodOf = (default_payment_method: unknown) =>
    translateSubscription(newerShape({ default_payment_method })).paymentMethod;

  it('is the card, when it was expanded', () => {
    const card = { object: 'payment_method', type: 'card', card: { brand: 'visa', last4: '4242' } };
    assert.deepEqual(methodOf(card), { brand: 'visa', last4: '4242' });
  });

  it('is the wallet or debit by its type', () => {
    assert.deepEqual(methodOf({ type: 'alipay', alipay: {} }), { brand: 'alipay', last4: null });
    const debit = { type: 'sepa_debit', sepa_debit: { last4: '3000' } };
    assert.deepEqual(methodOf(debit), { brand: 'sepa_debit', last4: '3000' });
  });

  it('is unknown when it is only an id, and never more than four digits', () => {
    assert.equal(methodOf('pm_1'), null);
    assert.equal(methodOf(null), null);
    assert.equal(methodOf({}), null);
    const wholeNumber = { type: 'card', card: { brand: 'visa', last4: '4242424242424242' } };
    assert.deepEqual(methodOf(wholeNumber), { brand: 'visa', last4: null });
  });
});
