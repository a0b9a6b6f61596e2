import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type MembershipState, plain } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { membership, states } from './memberships.ts';

type Words = Readonly<Record<MembershipState, readonly [status: string, headline: string, ...detail: string[]]>>;

const english: Words = {
  upcoming: [
    'Not started yet',
    'Starts on 1 January 2027',
    'Access starts at 00:00, Beijing time.',
    'In 404 days, on 31 December 2027 at 24:00, Beijing time, ¥1,298.00 will be charged to Alipay •• 8017.',
  ],
  trialing: [
    'Trial',
    'Trial until 29 November 2026',
    'In 7 days, ¥1,298.00 will be charged to Alipay •• 8017.',
    'Cancel any time before; you keep access until that date, 24:00 Beijing time.',
  ],
  renewing: [
    'Renews automatically',
    'Renews on 31 December 2026',
    'In 39 days, ¥1,298.00 will be charged to Alipay •• 8017.',
    'Cancel any time before; you keep access until that date, 24:00 Beijing time.',
  ],
  ending: [
    'Renewal canceled',
    'Yours until 14 March 2027',
    'You canceled on 20 November 2026.',
    'Everything works as before until 14 March 2027 at 24:00, Beijing time.',
    'No further charge.',
  ],
  fixed_term: [
    'One-off purchase',
    'Ends on 9 December 2026',
    'You bought one month once.',
    'It ends by itself and nothing more is charged, so there is nothing to cancel.',
    'You have it until that date, 24:00 Beijing time.',
  ],
  lifetime: [
    'No end date',
    'Yours for good',
    'It has no end date.',
    'Nothing more is charged, so there is nothing to cancel.',
  ],
  payment_problem: [
    'Payment failed',
    'Payment failed. Access until 29 November 2026',
    '¥1,298.00 could not be charged to Alipay •• 8017.',
    'Everything works until 29 November 2026 at 24:00, Beijing time.',
    'Pay or change how you pay to keep it.',
  ],
  on_hold: [
    'On hold',
    'On hold',
    '¥1,298.00 could not be charged to Alipay •• 8017.',
    'Access has been on hold since 14 November 2026 at 24:00, Beijing time.',
    'It comes back once the payment is made.',
  ],
  paused: [
    'Paused',
    'Paused. Back on 15 January 2027',
    'Nothing is charged while it is paused.',
    'It starts again at 00:00, Beijing time.',
  ],
  expired: [
    'Ended',
    'Ended on 31 October 2026',
    'Access ended on 31 October 2026 at 24:00, Beijing time.',
    'You canceled on 2 September 2026.',
    'No further charge.',
  ],
  revoked: [
    'Ended early',
    'Ended on 10 November 2026',
    'It was refunded.',
    'Access ended on 10 November 2026 at 16:00, Beijing time.',
    'No further charge.',
  ],
};

const chinese: Words = {
  upcoming: [
    '未生效',
    '2027年1月1日生效',
    '会员于当日 00:00（北京时间）生效。',
    '404 天后，即2027年12月31日 24:00（北京时间），将从 Alipay（尾号 8017）扣款 ¥1,298.00。',
  ],
  trialing: [
    '试用中',
    '试用期至2026年11月29日',
    '7 天后将从 Alipay（尾号 8017）扣款 ¥1,298.00。',
    '在此之前可随时取消，取消后仍可用至当日 24:00（北京时间）。',
  ],
  renewing: [
    '自动续费中',
    '2026年12月31日自动续费',
    '39 天后将从 Alipay（尾号 8017）扣款 ¥1,298.00。',
    '在此之前可随时取消，取消后仍可用至当日 24:00（北京时间）。',
  ],
  ending: [
    '已取消自动续费',
    '会员有效期至2027年3月14日',
    '您已于2026年11月20日取消自动续费。',
    '到期前一切照常使用。',
    '当前会员有效期至2027年3月14日 24:00（北京时间），到期后将不再自动扣费。',
  ],
  fixed_term: [
    '单次购买',
    '2026年12月9日到期',
    '您单次购买了一个月会员。',
    '无需取消，到期自动失效，不会再扣费。',
    '有效期至当日 24:00（北京时间）。',
  ],
  lifetime: ['永久有效', '永久有效', '没有到期日，不会再扣费，无需取消。'],
  payment_problem: [
    '扣款失败',
    '扣款失败，有效期至2026年11月29日',
    '未能从 Alipay（尾号 8017）扣款 ¥1,298.00。',
    '一切照常使用至2026年11月29日 24:00（北京时间）。',
    '付清费用或更换付款方式后，可继续使用。',
  ],
  on_hold: [
    '已停用',
    '已停用',
    '未能从 Alipay（尾号 8017）扣款 ¥1,298.00。',
    '会员已于2026年11月14日 24:00（北京时间）停用。',
    '付清后即可恢复使用。',
  ],
  paused: ['已暂停', '已暂停，2027年1月15日恢复', '暂停期间不扣费。', '会员于当日 00:00（北京时间）恢复。'],
  expired: [
    '已到期',
    '已于2026年10月31日到期',
    '使用期已于2026年10月31日 24:00（北京时间）结束。',
    '您已于2026年9月2日取消自动续费。',
    '不会再扣费。',
  ],
  revoked: [
    '已提前终止',
    '已于2026年11月10日终止',
    '该会员已退款。',
    '使用期已于2026年11月10日 16:00（北京时间）结束。',
    '不会再扣费。',
  ],
};

function assertSaid(catalog: AllTexts, state: MembershipState, words: Words, gap: string): void {
  const facts = membership(state);
  const [status, headline, ...detail] = words[state];
  assert.equal(catalog[`status.${state}`], status);
  assert.equal(plain(catalog['expiry.headline'](facts)), headline);
  assert.equal(plain(catalog['expiry.detail'](facts)), detail.join(gap));
}

describe('what a member reads in each state', () => {
  for (const state of states) {
    it(`${state} in English (S19, S80)`, () => assertSaid(en, state, english, ' '));
    it(`${state} in Chinese (S19, S80)`, () => assertSaid(zhCN, state, chinese, ''));
  }

  it('puts the date first where somebody only reads the biggest words', () => {
    const dated = states.filter((state) => !['lifetime', 'on_hold'].includes(state));
    for (const state of dated) {
      const dates = en['expiry.headline'](membership(state)).filter((part) => typeof part !== 'string');
      assert.equal(dates.length, 1, state);
    }
  });

  it('names the zone in every detail that names a time or date', () => {
    for (const state of states) {
      const detail = plain(en['expiry.detail'](membership(state)));
      assert.equal(/\d{4}|\d:\d\d/.test(detail), detail.includes('Beijing time'), state);
    }
  });
});
