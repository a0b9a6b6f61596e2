import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, askWith, plannedDays } from './ask.ts';

const company = { accountKind: 'company', wishes: { companyCheck: 'company_credential' } } as const;

describe('China', () => {
  it('leaves one verification to the operator, within three presses and one screen (CN-18-cancel, S21, P3)', () => {
    const ladder = ['passkey', 'password', 'sms_code', 'email_code', 'totp'] as const;
    assert.deepEqual(ask('CN').verification, []);
    assert.deepEqual(askWith('CN', { verification: ladder }).verification, ladder);
    assert.deepEqual(askWith('CN', { verification: ['sms_code', 'passkey'] }).verification, ['sms_code', 'passkey']);
    assert.deepEqual(askWith('CN', { verification: ladder }).budget, { activations: 3, screensBetween: 1 });
  });

  it('lets companies show one thing more (S1)', () => {
    assert.equal(ask('CN', company).companyCheck, 'company_credential');
    assert.equal(ask('CN', { ...company, accountKind: 'person' }).companyCheck, null);
  });

  it('announces a renewal more than five days ahead (CN-18-notice, CN-10-notice, CN-MIIT-5d)', () => {
    const { rules, reminders } = ask('CN');
    assert.deepEqual(
      reminders.filter(({ rule }) => rule === 'CN-18-notice').map(({ kind, plannedDays: days }) => ({ kind, days })),
      [{ kind: 'renewal', days: 6 }],
    );
    for (const rule of ['CN-18-notice', 'CN-10-notice', 'CN-MIIT-5d']) assert.ok(rules.includes(rule), rule);
  });

  it('announces every deduction again two days ahead, since its day (CN-price-each)', () => {
    assert.deepEqual(plannedDays(ask('CN'), 'CN-price-each'), [2]);
    assert.deepEqual(plannedDays(ask('CN', { on: '2026-04-09' }), 'CN-price-each'), []);
  });

  it('gives no right to withdraw that was read', () => {
    assert.equal(ask('CN').withdrawal, null);
  });
});

describe('Korea', () => {
  it('lets one screen ask to think again, where the operator wishes one (KR-212-4-steps, Q12)', () => {
    assert.deepEqual(ask('KR').budget, { activations: 3, screensBetween: 1 });
    assert.equal(ask('KR').offer.placement, 'after');
    assert.deepEqual(askWith('KR', { offer: 'with_confirm' }).offer, {
      placement: 'with_confirm',
      cancelLabel: null,
      quietDays: 7,
    });
  });

  it('leaves as easily as one joins: the session is enough (KR-212-4-same)', () => {
    assert.deepEqual(askWith('KR', { verification: ['password'] }).verification, []);
    assert.equal(ask('KR', company).companyCheck, null);
    assert.ok(ask('KR').rules.includes('KR-212-4-same'));
  });

  it('rests for a week once an offer was declined, or longer (KR-212-5-nag, Q13)', () => {
    assert.equal(ask('KR').offer.quietDays, 7);
    assert.equal(askWith('KR', { offerQuietDays: 2 }).offer.quietDays, 7);
    assert.equal(askWith('KR', { offerQuietDays: 30 }).offer.quietDays, 30);
  });

  it('gives seven days to think better of it (KR-17-7d)', () => {
    assert.deepEqual(ask('KR').withdrawal, { days: 7, refundDays: 14, rule: 'KR-17-7d' });
    assert.equal(ask('KR').refundDays, null);
  });
});

describe('Japan', () => {
  it('has no cooling-off but what the shop promises (JP-nocool)', () => {
    assert.equal(ask('JP').withdrawal, null);
    const { withdrawal } = askWith('JP', { withdrawalDays: 8 });
    assert.deepEqual(withdrawal, { days: 8, refundDays: 14, rule: 'BASE-withdraw' });
    assert.ok(ask('JP').rules.includes('JP-nocool'));
  });

  it('is the default in all else', () => {
    const { profile, rules, ...rest } = ask('JP');
    const { profile: _base, rules: _ours, ...base } = ask('BASE');
    assert.equal(profile, 'JP');
    assert.ok(rules.includes('BASE-verify'));
    assert.deepEqual(rest, base);
  });
});

describe('India', () => {
  it('announces each debit two days ahead, a day more than must be (IN-RBI-pre24)', () => {
    assert.deepEqual(plannedDays(ask('IN'), 'IN-RBI-pre24'), [2]);
    assert.deepEqual(plannedDays(ask('IN', { on: '2026-04-20' }), 'IN-RBI-pre24'), []);
  });

  it('sets no trap: two presses, and the further factor is the issuer\u2019s (IN-DP-trap)', () => {
    assert.deepEqual(ask('IN').budget, { activations: 2, screensBetween: 0 });
    assert.deepEqual(askWith('IN', { verification: ['totp'] }).verification, []);
    assert.ok(ask('IN').rules.includes('IN-DP-trap'));
  });
});

describe('Brazil', () => {
  it('gives seven days to regret, with the money back at once (BR-CDC-49)', () => {
    assert.deepEqual(ask('BR').withdrawal, { days: 7, refundDays: 0, rule: 'BR-CDC-49' });
    assert.equal(ask('BR').refundDays, null);
    assert.equal(ask('BR', { act: 'withdraw' }).refundDays, 0);
  });

  it('sends the receipt within a minute by our own default, since the rule on it is unverified in part', () => {
    assert.equal(askWith('BR', { receiptWithinSeconds: 3_600 }).receipt.withinSeconds, 60);
    assert.equal(ask('BR').rules.includes('BR-7962-5'), false);
  });
});
