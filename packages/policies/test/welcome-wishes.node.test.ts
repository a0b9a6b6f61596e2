import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWishes, type OperatorWishes, profileIds, type ProfileId } from '../src/index.ts';
import { ask, askWith, TODAY } from './ask.ts';

function assertWelcome(profiles: readonly ProfileId[], wishes: OperatorWishes): void {
  for (const profile of profiles) {
    assert.deepEqual(checkWishes(profile, wishes, TODAY), [], `${profile} ${JSON.stringify(wishes)}`);
  }
}

describe('a wish that gives a member as much as the place asks, or more, passes', () => {
  it('no wish at all', () => {
    assertWelcome(profileIds, {});
  });

  it('no verification', () => {
    assertWelcome(profileIds, { verification: [] });
  });

  it('one verification where the place leaves it open, in the order of the operator (S21, P3)', () => {
    const wishes: OperatorWishes = { verification: ['totp', 'passkey', 'totp', 'host_login'] };
    assertWelcome(['CN', 'US', 'CA', 'NY', 'MN', 'MA', 'CT', 'CO', 'US-DE'], wishes);
    assert.deepEqual(askWith('CN', wishes).verification, ['totp', 'passkey', 'host_login']);
  });

  it('a check of companies where no law forbids it (S1)', () => {
    const forbidden: readonly ProfileId[] = ['DE', 'EU', 'FR', 'KR'];
    const open = profileIds.filter((profile) => !forbidden.includes(profile));
    for (const companyCheck of ['administrator_password', 'company_credential'] as const) {
      assertWelcome(open, { companyCheck });
      for (const profile of open) {
        assert.equal(ask(profile, { accountKind: 'company', wishes: { companyCheck } }).companyCheck, companyCheck);
        assert.equal(ask(profile, { wishes: { companyCheck } }).companyCheck, null);
      }
    }
  });

  it('the words of the law where it fixes them, and any other words elsewhere', () => {
    assertWelcome(['DE'], { labels: { open: { text: 'Verträge hier kündigen', language: 'de' } } });
    const confirm = { text: '确认取消', language: 'zh-CN' };
    assertWelcome(['BASE', 'CN', 'EU', 'US', 'KR'], { labels: { confirm } });
    assert.deepEqual(askWith('CN', { labels: { confirm } }).labels, { open: null, confirm });
  });

  it('a question and an offer afterwards, or never', () => {
    for (const place of ['never', 'after'] as const) {
      assertWelcome(profileIds, { survey: place, offer: place });
      for (const profile of profileIds) {
        const { survey, offer } = askWith(profile, { survey: place, offer: place });
        assert.deepEqual([survey, offer.placement], [place, place], profile);
      }
    }
  });

  it('an offer beside the confirming button in Korea and California', () => {
    assertWelcome(['KR', 'CA'], { offer: 'with_confirm' });
  });

  it('a longer rest after an offer was declined', () => {
    assertWelcome(profileIds, { offerQuietDays: 7 });
    assertWelcome(profileIds, { offerQuietDays: 365 });
  });

  it('an earlier receipt, and one within a day where no law says at once', () => {
    assertWelcome(profileIds, { receiptWithinSeconds: 1 });
    assertWelcome(profileIds, { receiptWithinSeconds: 60 });
    assertWelcome(['BASE', 'CN', 'UK', 'US', 'CA', 'KR', 'JP', 'IN', 'AU'], { receiptWithinSeconds: 86_400 });
    assert.equal(askWith('CN', { receiptWithinSeconds: 600 }).receipt.withinSeconds, 600);
  });

  it('more notices', () => {
    assertWelcome(profileIds, { reminderDays: [60, 35, 30, 14, 8, 6, 1] });
  });

  it('a longer time to withdraw', () => {
    assertWelcome(profileIds, { withdrawalDays: 30 });
    for (const profile of profileIds) assert.equal(askWith(profile, { withdrawalDays: 30 }).withdrawal?.days, 30);
    assert.deepEqual(askWith('DE', { withdrawalDays: 30 }).withdrawal, { days: 30, refundDays: 14, rule: 'EU-9-14d' });
  });

  it('money that goes back earlier', () => {
    assertWelcome(profileIds, { refundDays: 0 });
    assert.equal(askWith('FR', { refundDays: 5 }).refundDays, 5);
    assert.equal(askWith('FR', { refundDays: 5 }).withdrawal?.refundDays, 5);
    assertWelcome(['US', 'JP'], { refundDays: 45, withdrawalDays: 30 });
  });

  it('exactly what the law gives', () => {
    assertWelcome(['BASE', 'US', 'JP'], { withdrawalDays: 0 });
    assertWelcome(['EU', 'DE', 'FR', 'UK'], { withdrawalDays: 14, refundDays: 14, receiptWithinSeconds: 60 });
    assertWelcome(['UK'], { refundDays: 14, prospective: ['UK-refund-14'] });
    assertWelcome(['KR', 'BR'], { withdrawalDays: 7 });
  });
});
