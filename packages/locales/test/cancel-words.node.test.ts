import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CancelFacts, plain } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { berlin, berlinRenewing, membership } from './memberships.ts';
import { receipt } from './receipts.ts';

function factsOf(catalog: AllTexts, preview: CancelFacts): readonly string[] {
  const texts = ['cancel.until.title', 'cancel.until.text', 'cancel.from.title', 'cancel.from.text'] as const;
  return texts.map((key) => plain(catalog[key](preview)));
}

const shanghai = membership('renewing');
const preview: CancelFacts = { membership: shanghai, firstDayWithout: '2027-01-01', chargeStopped: shanghai.price };

describe('the two facts before a member cancels (S36, S37)', () => {
  it('say what stays until when, and what stops from when', () => {
    assert.deepEqual(factsOf(en, preview), [
      'Until 31 December 2026, 24:00',
      'Everything keeps working. 39 days left, Beijing time.',
      'From 1 January 2027',
      'No charge. The ¥1,298.00 renewal will not be taken, and access ends.',
    ]);
    assert.deepEqual(factsOf(zhCN, preview), [
      '2026年12月31日 24:00 前',
      '一切照常使用，还剩 39 天（按北京时间）。',
      '2027年1月1日起',
      '不会再扣取 ¥1,298.00 续费，会员到期结束。',
    ]);
  });

  it('name the moment where access ends at some time of a day', () => {
    const uneven = membership('renewing', berlinRenewing);
    const facts = { membership: uneven, firstDayWithout: '2026-12-09', chargeStopped: uneven.price };
    assert.deepEqual(factsOf(en, facts), [
      'Through 8 December 2026',
      'Everything keeps working until 9 December 2026 at 02:13, Berlin time (UTC+1). 16 days left.',
      'From 9 December 2026',
      'No charge. The €49.00 renewal will not be taken, and access ends on 9 December 2026 at 02:13.',
    ]);
    assert.deepEqual(factsOf(zhCN, facts), [
      '2026年12月8日及之前',
      '一切照常使用，直到2026年12月9日 02:13（德国时间 UTC+1），还剩 16 天。',
      '2026年12月9日起',
      '不会再扣取 €49.00 续费，会员于2026年12月9日 02:13 到期结束。',
    ]);
  });

  it('count the days left down to the last one', () => {
    const left = (asOf: string) => factsOf(en, { ...preview, membership: membership('renewing', { asOf }) })[1];
    assert.equal(left('2026-12-30T02:00:00Z'), 'Everything keeps working. 1 day left, Beijing time.');
    assert.equal(left('2026-12-31T02:00:00Z'), 'Everything keeps working. Today is the last day, Beijing time.');
    // 16:01 UTC is the next day in Shanghai.
    assert.equal(left('2026-12-30T16:01:00Z'), 'Everything keeps working. Today is the last day, Beijing time.');
    assert.equal(left('2027-01-01T02:00:00Z'), 'Everything keeps working.');
  });

  it('stay true when neither a date nor a price is known', () => {
    const bare = membership('renewing', { accessEndsAt: null, lastDay: null, price: null });
    const facts = { membership: bare, firstDayWithout: null, chargeStopped: null };
    assert.deepEqual(factsOf(en, facts), [
      'Until the end date',
      'Everything keeps working.',
      'After that',
      'No charge. The renewal will not be taken, and access ends.',
    ]);
    assert.deepEqual(factsOf(zhCN, facts), ['到期前', '一切照常使用。', '到期后', '不会再扣费，会员到期结束。']);
  });
});

describe('the words of canceling', () => {
  it('name the same act on the entry, in the question and on the button (S20)', () => {
    const words = (catalog: AllTexts) =>
      [catalog['cancel.entry'], catalog['cancel.title'], catalog['cancel.keep'], catalog['cancel.confirm']];
    assert.deepEqual(words(en), ['Cancel renewal', 'Cancel automatic renewal?', 'Keep renewing', 'Cancel renewal']);
    assert.deepEqual(words(zhCN), ['取消自动续费', '取消自动续费？', '保留自动续费', '确认取消']);
  });

  it('end with the date, and with no further charge (S38, S77)', () => {
    const done = (catalog: AllTexts, changes = {}) =>
      plain(catalog['cancel.done.title']('Professional', { ...receipt, ...changes }));
    assert.equal(done(en), 'Renewal canceled. You keep Professional until 31 December 2026.');
    assert.equal(done(en, berlin), 'Renewal canceled. You keep Professional through 8 December 2026.');
    assert.equal(done(en, { accessEndsAt: null, lastDay: null }), 'Renewal canceled. You keep Professional.');
    assert.equal(done(zhCN), '自动续费已取消，“Professional”会员有效期至2026年12月31日。');
    assert.equal(done(zhCN, berlin), '自动续费已取消，“Professional”仍可用至2026年12月8日。');
    assert.equal(en['cancel.done.text'](receipt), 'Nothing more will be charged.');
    assert.equal(zhCN['cancel.done.text'](receipt), '到期后将不再自动扣费。');
    assert.equal(plain(en['date.end'](receipt)), '31 December 2026 at 24:00, Beijing time');
    assert.equal(plain(zhCN['date.end'](receipt)), '2026年12月31日 24:00（北京时间）');
    assert.equal(en['date.moment'](receipt.requestedAt, receipt.timeZone).date, '22 Nov 2026, 10:42');
  });

  it('promises nothing where a payment is still owed (Q16)', () => {
    const owed = { ...receipt, paymentOwed: true };
    assert.equal(en['cancel.done.text'](owed), 'Only the payment that failed may still be charged.');
    assert.match(zhCN['cancel.done.text'](owed), /仍可能被收取/);
  });

  it('count down to the next code in minutes and seconds', () => {
    assert.equal(en['code.resendIn'](42), 'You can ask for a new code in 0:42');
    assert.equal(en['code.resendIn'](65), 'You can ask for a new code in 1:05');
    assert.equal(zhCN['code.resendIn'](42), '0:42 后可重新获取验证码');
    assert.equal(en['code.sent']('+86 138 •••• 2207'), 'We sent a code to +86 138 •••• 2207');
    assert.equal(en['code.label'](6), '6-digit code');
    assert.equal(zhCN['code.label'](6), '6 位验证码');
  });
});

describe('turning renewal back on', () => {
  it('says price and date first, before the decision', () => {
    const facts = membership('ending');
    assert.equal(
      plain(en['resume.text'](facts)),
      '¥1,298.00 a year will be charged to Alipay •• 8017, first on 14 March 2027 at 24:00, Beijing time. ' +
        'You can cancel again any time before.',
    );
    assert.equal(
      plain(zhCN['resume.text'](facts)),
      '¥1,298.00/年，首次将于2027年3月14日 24:00（北京时间）从 Alipay（尾号 8017）扣款。在此之前可随时取消。',
    );
  });

  it('names no date of a charge when a payment failed and nobody knows when it is tried again', () => {
    const failed = membership('payment_problem', { renewal: 'off' });
    assert.equal(
      plain(en['resume.text'](failed)),
      '¥1,298.00 a year will be charged to Alipay •• 8017. You can cancel again any time before.',
    );
    const done = plain(en['resume.done.title']('Professional', failed));
    assert.equal(done, 'Renewal is on again. Professional renews automatically.');
    assert.equal(plain(zhCN['resume.done.title']('专业版', failed)), '自动续费已恢复，“专业版”将自动续费。');
  });

  it('ends with the date of the renewal', () => {
    const resumed = { ...receipt, nextChargeAt: receipt.accessEndsAt };
    const done = (catalog: AllTexts, changes = {}) =>
      plain(catalog['resume.done.title']('Professional', { ...resumed, ...changes }));
    assert.equal(done(en), 'Renewal is on again. Professional renews on 31 December 2026.');
    assert.equal(done(en, berlin), 'Renewal is on again. Professional renews after 8 December 2026.');
    assert.equal(done(zhCN), '自动续费已恢复，“Professional”将于2026年12月31日自动续费。');
    assert.equal(done(zhCN, berlin), '自动续费已恢复，“Professional”将在2026年12月8日之后自动续费。');
  });
});

describe('the timeline in words', () => {
  it('says from when to when, how much is left, and what follows', () => {
    const said = (state: Parameters<typeof membership>[0]) => en['timeline.summary'](membership(state));
    assert.equal(
      said('renewing'),
      'From 1 January 2026 to 31 December 2026: 39 days left. Then it renews until 31 December 2027.',
    );
    assert.equal(said('fixed_term'), 'From 9 November 2026 to 9 December 2026: 17 days left. Then it ends.');
    assert.equal(said('lifetime'), 'Since 1 January 2026, with no end date.');
    assert.equal(said('expired'), 'From 1 November 2025 to 31 October 2026: Ended.');
    assert.equal(
      said('upcoming'),
      'From 1 January 2027 to 31 December 2027: Not started yet. Then it renews until 31 December 2028.',
    );
    // A failed payment leaves open what follows, so nothing is said of it.
    assert.equal(said('payment_problem'), 'From 1 January 2026 to 29 November 2026: 7 days left.');
    assert.equal(
      zhCN['timeline.summary'](membership('renewing')),
      '有效期自2026年1月1日至2026年12月31日，还剩 39 天。续费后有效期至2027年12月31日。',
    );
  });
});
