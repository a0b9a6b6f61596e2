import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadStepTexts, plain } from '../src/index.ts';
import { en, zhCN } from './all-texts.ts';

const request = { planName: 'Pro', requestedAt: '2026-11-22T02:42:00Z', timeZone: 'Europe/Berlin' };
const refund = { amount: 129_800, currency: 'CNY', by: '2026-12-06' };

describe('the texts of the steps that only some members meet', () => {
  it('say a moment with its zone and always its offset (Q15)', () => {
    assert.equal(plain(en['date.stamp'](request.requestedAt, 'Asia/Shanghai')), '22 Nov 2026, 10:42, Beijing time (UTC+8)');
    assert.equal(plain(en['date.stamp'](request.requestedAt, 'Europe/Berlin')), '22 Nov 2026, 03:42, Berlin time (UTC+1)');
    assert.match(plain(zhCN['date.stamp'](request.requestedAt, 'Asia/Shanghai')), /10:42（北京时间，UTC\+8）$/);
  });

  it('say from when a request counts, and that a person carries it out (S43)', () => {
    assert.match(plain(en['request.done.text'](request)), /^It counts from 22 Nov 2026, 03:42, Berlin time \(UTC\+1\)\./);
    assert.match(plain(zhCN['request.done.text'](request)), /03:42.*为准.*“Pro”/);
  });

  it('say that a withdrawal ends it at once, and what is paid back where something is (Q15)', () => {
    const ends = 'The contract ends at once, and access with it.';
    assert.equal(plain(en['withdraw.text']({ refund: null })), ends);
    assert.equal(plain(en['withdraw.text']({ refund })), `${ends} You get ¥1,298.00 back by 6 December 2026.`);
    assert.equal(plain(en['receipt.refundBy'](refund)), '¥1,298.00 by 6 December 2026');
  });

  it('say the last day for a withdrawal as its end, not as the start of the next day (Q16)', () => {
    const facts = { timeZone: 'Europe/Berlin', accessEndsAt: null, lastDay: null };
    const until = (withdrawBy: string | null) => plain(en['withdraw.until']({ ...facts, withdrawBy }));
    assert.equal(until('2026-12-05T23:00:00Z'), 'Possible until 5 December 2026 at 24:00, Berlin time (UTC+1).');
    assert.equal(until('2026-12-05T11:00:00Z'), 'Possible until 5 December 2026 at 12:00, Berlin time (UTC+1).');
    assert.equal(until(null), '');
  });

  it('say what costs nothing, and count the tries that are left (S74, S22)', () => {
    assert.equal(en['offer.price']({ amount: 0, currency: 'CNY', interval: null }), 'Free of charge');
    assert.equal(en['offer.price']({ amount: 4900, currency: 'CNY', interval: null }), '¥49.00');
    assert.match(en['verify.wrong'](1), /one try left/);
    assert.match(en['verify.wrong'](0), /no tries left/);
    assert.doesNotMatch(en['verify.wrong'](null), /left/);
  });

  it('are loaded in the language of the reader, with dates as they write them', async () => {
    const american = await loadStepTexts('en-US');
    assert.equal(plain(american['receipt.refundBy'](refund)), '¥1,298.00 by December 6, 2026');
    assert.equal((await loadStepTexts('zh-Hans'))['verify.use.passkey'], '使用通行密钥');
    assert.equal((await loadStepTexts('fr'))['verify.use.passkey'], 'Use a passkey');
  });
});
