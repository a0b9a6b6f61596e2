import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMoney, type IntervalFacts, type MembershipKind } from '../src/index.ts';
import { en, zhCN } from './all-texts.ts';

/** A space that does not break, as Intl puts it between a code and its amount. */
const nbsp = '\u00a0';

describe('an amount', () => {
  const table: readonly (readonly [amount: number, currency: string, english: string, chinese: string])[] = [
    [129_800, 'CNY', '¥1,298.00', '¥1,298.00'],
    [9_800, 'CNY', '¥98.00', '¥98.00'],
    [1, 'CNY', '¥0.01', '¥0.01'],
    [0, 'EUR', '€0.00', '€0.00'],
    [4_999, 'USD', '$49.99', 'US$49.99'],
    [1_298, 'JPY', '¥1,298', 'JP¥1,298'],
    [12_500, 'KWD', `KWD${nbsp}12.500`, `KWD${nbsp}12.500`],
    [480_000_00, 'GBP', '£480,000.00', '£480,000.00'],
    [-9_800, 'CNY', '-¥98.00', '-¥98.00'],
    [9_007_199_254_740_99, 'CNY', '¥9,007,199,254,740.99', '¥9,007,199,254,740.99'],
    [1_298, 'QQQ', `QQQ${nbsp}12.98`, `QQQ${nbsp}12.98`],
  ];

  for (const [amount, currency, english, chinese] of table) {
    it(`of ${amount} minor units of ${currency} is ${english}`, () => {
      assert.equal(formatMoney('en-GB', { amount, currency }), english);
      assert.equal(formatMoney('zh-CN', { amount, currency }), chinese);
    });
  }

  it('of what is not a currency code does not throw', () => {
    assert.equal(formatMoney('en-GB', { amount: 1_298, currency: 'points' }), `points${nbsp}12.98`);
    assert.doesNotThrow(() => formatMoney('zh-CN', { amount: 1, currency: '' }));
  });
});

describe('a price', () => {
  const table: readonly (readonly [MembershipKind, IntervalFacts | null, english: string, chinese: string])[] = [
    ['recurring', { unit: 'year', count: 1 }, '¥98.00 a year', '¥98.00/年'],
    ['recurring', { unit: 'month', count: 1 }, '¥98.00 a month', '¥98.00/月'],
    ['recurring', { unit: 'week', count: 1 }, '¥98.00 a week', '¥98.00/周'],
    ['recurring', { unit: 'day', count: 1 }, '¥98.00 a day', '¥98.00/日'],
    ['recurring', { unit: 'month', count: 3 }, '¥98.00 every 3 months', '¥98.00，每 3 个月'],
    ['recurring', null, '¥98.00', '¥98.00'],
    ['fixed_term', { unit: 'month', count: 1 }, '¥98.00, one month', '¥98.00，一个月'],
    ['fixed_term', { unit: 'week', count: 1 }, '¥98.00, one week', '¥98.00，一周'],
    ['fixed_term', { unit: 'day', count: 7 }, '¥98.00, 7 days', '¥98.00，7 天'],
    ['fixed_term', { unit: 'year', count: 2 }, '¥98.00, 2 years', '¥98.00，2 年'],
    ['lifetime', null, '¥98.00', '¥98.00'],
  ];

  for (const [kind, interval, english, chinese] of table) {
    it(`of ${kind} is "${english}"`, () => {
      const price = { amount: 9_800, currency: 'CNY', interval };
      assert.equal(en['membership.price'](price, kind), english);
      assert.equal(zhCN['membership.price'](price, kind), chinese);
    });
  }
});
