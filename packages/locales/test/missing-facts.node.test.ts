import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExpiryFacts, plain } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { membership, states } from './memberships.ts';

const detail = (catalog: AllTexts, facts: ExpiryFacts) => plain(catalog['expiry.detail'](facts));
const headline = (catalog: AllTexts, facts: ExpiryFacts) => plain(catalog['expiry.headline'](facts));

const unknown: Partial<ExpiryFacts> = {
  accessEndsAt: null,
  lastDay: null,
  nextChargeAt: null,
  cancelBy: null,
  nextLastDay: null,
  endedAt: null,
  resumesAt: null,
  renewalOff: null,
  price: null,
  paymentMethod: null,
};

describe('a sentence stays whole and true when something is not known', () => {
  it('has no holes in any state when nothing is known', () => {
    for (const catalog of [en, zhCN]) {
      for (const state of states) {
        const facts = membership(state, unknown);
        const texts = [headline(catalog, facts), detail(catalog, facts), catalog['timeline.summary'](facts)];
        for (const text of texts) {
          assert.notEqual(text, '', state);
          assert.doesNotMatch(text, /null|undefined|NaN|Invalid|false| {2}| [.,;]|^[.,;，。]|，。|。。/, state);
        }
      }
    }
  });

  it('speaks of the payment when the price or the way of paying is not known', () => {
    const facts = membership('renewing', { price: null, paymentMethod: null });
    assert.match(detail(en, facts), /^In 39 days, the next payment will be charged\. Cancel any time before;/);
    assert.match(detail(zhCN, facts), /^39 天后将扣款。在此之前可随时取消/);
    const wallet = { brand: 'WeChat Pay', last4: null };
    assert.match(detail(en, membership('renewing', { paymentMethod: wallet })), /charged to WeChat Pay\./);
    assert.match(detail(zhCN, membership('renewing', { paymentMethod: wallet })), /从 WeChat Pay 扣款 ¥1,298\.00。/);
    assert.match(detail(en, membership('on_hold', { price: null })), /^The last payment could not be charged to/);
  });

  it('promises no charge and no date when none is known', () => {
    const facts = membership('renewing', { nextChargeAt: null, cancelBy: null });
    assert.equal(detail(en, facts), 'It renews by itself. This period lasts until that date, 24:00 Beijing time.');
    assert.equal(headline(en, membership('renewing', unknown)), 'Renews automatically');
    assert.equal(headline(en, membership('ending', unknown)), 'Renewal canceled');
    assert.equal(headline(zhCN, membership('ending', unknown)), '已取消自动续费');
  });

  it('does not promise that nothing is charged while something is owed', () => {
    assert.doesNotMatch(detail(en, membership('expired', { payment: 'unpaid' })), /No further charge/);
    assert.match(detail(en, membership('expired')), /No further charge/);
  });

  it('does not say since when it is on hold where only the end of the period is known', () => {
    assert.match(detail(en, membership('on_hold', { payment: 'unpaid' })), /8017\. Access is on hold\. It comes back/);
  });

  it('does not ask a member who canceled to pay in order to keep it', () => {
    const off = { renewal: 'off', renewalOff: { by: 'member', at: '2026-11-21T03:15:00Z' } } as const;
    for (const state of ['payment_problem', 'on_hold'] as const) {
      const text = detail(en, membership(state, off));
      assert.match(text, /You canceled on 21 November 2026\.$/);
      assert.doesNotMatch(text, /Pay or|once the payment/);
    }
  });

  it('says of a lifetime that was given an end until when it lasts', () => {
    const ended = { accessEndsAt: '2026-12-31T16:00:00Z', lastDay: '2026-12-31', endedAt: '2026-12-31T16:00:00Z' };
    assert.equal(headline(en, membership('lifetime', ended)), 'Yours until 31 December 2026');
    assert.match(detail(en, membership('lifetime', ended)), /^Everything works as before until 31 December 2026 at/);
  });
});

describe('the sentence about the next charge', () => {
  it('counts calendar days in the zone of the account: today, tomorrow, in two days (TZ3)', () => {
    const at = (asOf: string) => membership('renewing', { asOf });
    // 15:59 UTC is still the day before in Shanghai, 16:01 is the next day.
    assert.match(detail(en, at('2026-12-31T15:00:00Z')), /^Today, ¥1,298\.00 will/);
    assert.match(detail(en, at('2026-12-30T15:59:00Z')), /^Tomorrow, /);
    assert.match(detail(en, at('2026-12-30T16:01:00Z')), /^Today, /);
    assert.match(detail(en, at('2026-12-29T15:59:00Z')), /^In 2 days, /);
    assert.match(detail(zhCN, at('2026-12-31T15:00:00Z')), /^今天将从/);
    assert.match(detail(zhCN, at('2026-12-30T15:59:00Z')), /^明天将从/);
  });

  it('names the last moment to cancel when that is before the charge', () => {
    const facts = membership('renewing', { cancelBy: '2026-12-30T02:00:00Z' });
    assert.match(
      detail(en, facts),
      /Cancel by 30 December 2026 at 10:00 to stop it; you keep access until that date, 24:00 Beijing time\.$/,
    );
    assert.match(detail(zhCN, facts), /如需停止本次扣款，请在2026年12月30日 10:00 前取消，取消后仍可用至当日/);
  });

  it('says so when the charge can no longer be stopped', () => {
    const facts = membership('renewing', { cancelBy: '2026-11-20T02:00:00Z' });
    assert.match(detail(en, facts), /It is too late to stop this charge\. This period lasts until that date/);
    assert.match(detail(zhCN, facts), /本次扣款已无法停止。本期有效期至当日/);
  });

  it('does not offer canceling to a reader who may not', () => {
    const facts = membership('renewing', { actions: { cancelRenewal: { allowed: false } } });
    assert.equal(
      detail(en, facts),
      'In 39 days, ¥1,298.00 will be charged to Alipay •• 8017. This period lasts until that date, 24:00 Beijing time.',
    );
  });

  it('claims nothing about a charge whose time has come without news', () => {
    const facts = membership('renewing', { asOf: '2027-01-01T02:00:00Z' });
    assert.equal(detail(en, facts), '¥1,298.00 is due and will be charged to Alipay •• 8017.');
    assert.equal(detail(zhCN, facts), '即将从 Alipay（尾号 8017）扣款 ¥1,298.00。');
  });

  it('names the date of a charge on another day than the last', () => {
    const facts = membership('renewing', { nextChargeAt: '2026-12-28T02:00:00Z', cancelBy: '2026-12-28T02:00:00Z' });
    assert.match(detail(en, facts), /^In 36 days, on 28 December 2026 at 10:00, Beijing time, ¥1,298\.00 will/);
  });
});

describe('who switched renewal off (S65)', () => {
  const at = '2026-11-20T03:15:00Z';
  const said = (catalog: AllTexts, changes: Partial<ExpiryFacts>) =>
    detail(catalog, membership('ending', changes)).split(/(?<=\.|。)\s*/)[0];

  it('is said by whoever it was', () => {
    const by = (who: NonNullable<ExpiryFacts['renewalOff']>['by']) => ({ renewalOff: { by: who, at } });
    assert.equal(said(en, by('administrator')), 'An administrator canceled on 20 November 2026.');
    assert.equal(said(en, by('host')), 'We turned renewal off on 20 November 2026.');
    assert.equal(said(en, by('provider')), 'The payment company turned renewal off on 20 November 2026.');
    assert.equal(said(en, by('payment_failure')), 'Renewal stopped on 20 November 2026 because a payment failed.');
    assert.equal(said(zhCN, by('administrator')), '管理员已于2026年11月20日取消自动续费。');
    assert.equal(said(zhCN, by('payment_failure')), '因扣款失败，自动续费已于2026年11月20日停止。');
  });

  it('is the holder by name for a reader who is not the holder', () => {
    assert.equal(said(en, { readByHolder: false, holder: { name: 'Li Wen' } }), 'Li Wen canceled on 20 November 2026.');
    assert.equal(said(zhCN, { readByHolder: false, holder: { name: '李文' } }), '李文已于2026年11月20日取消自动续费。');
    assert.match(said(zhCN, { readByHolder: false, holder: { name: 'Li Wen' } }) ?? '', /^Li Wen 已于/);
    assert.equal(said(en, { readByHolder: false }), 'The member canceled on 20 November 2026.');
    assert.equal(said(en, { readByHolder: true, holder: { name: 'Li Wen' } }), 'You canceled on 20 November 2026.');
  });
});
