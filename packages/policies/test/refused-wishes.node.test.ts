import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWishes, findRule, type OperatorWishes, profileIds, type ProfileId } from '../src/index.ts';
import { TODAY } from './ask.ts';

/** A place, what an operator wishes there, and the rules that refuse it. */
type Refused = readonly [ProfileId, OperatorWishes, ...string[]];

function assertRefused(cases: readonly Refused[], wish: keyof OperatorWishes): void {
  for (const [profile, wishes, ...rules] of cases) {
    const faults = checkWishes(profile, wishes, TODAY);
    const said = `${profile} ${JSON.stringify(wishes)}`;
    assert.deepEqual(faults.map(({ rule }) => rule), rules, said);
    for (const fault of faults) {
      assert.equal(fault.wish, wish, said);
      assert.equal(fault.article, findRule(fault.rule)?.article, said);
      assert.ok(fault.remedy.startsWith(wish), `${said}: ${fault.remedy}`);
    }
  }
}

const fixed = (text: string): { text: string; language: string } => ({ text, language: 'de' });

describe('a wish that gives a member less than the place asks is refused with the rule it breaks', () => {
  it('a verification where none may be asked for (S21, P1)', () => {
    assertRefused(
      [
        ['BASE', { verification: ['password'] }, 'BASE-verify'],
        ['DE', { verification: ['sms_code'] }, 'DE-312k-2-nologin'],
        ['EU', { verification: ['passkey'] }, 'EU-DSA-67'],
        ['FR', { verification: ['email_code'] }, 'FR-D215-1-access'],
        ['UK', { verification: ['totp'] }, 'BASE-verify'],
        ['UK', { verification: ['totp'], prospective: ['UK-260-exit'] }, 'UK-260-exit'],
        ['KR', { verification: ['host_login'] }, 'KR-212-4-same'],
        ['IN', { verification: ['sms_code'] }, 'IN-DP-trap'],
        ['JP', { verification: ['passkey'] }, 'BASE-verify'],
        ['AU', { verification: ['passkey'] }, 'BASE-verify'],
        ['AU', { verification: ['passkey'], prospective: ['AU-UTP-subs'] }, 'AU-UTP-subs'],
        ['BR', { verification: ['passkey'] }, 'BASE-verify'],
      ],
      'verification',
    );
  });

  it('a check of companies among the ways for everybody', () => {
    assertRefused(
      [
        ['CN', { verification: ['passkey', 'administrator_password'] }, 'BASE-verify'],
        ['US', { verification: ['company_credential'] }, 'BASE-verify'],
      ],
      'verification',
    );
  });

  it('a check of companies where the law protects them as well, or forbids any', () => {
    assertRefused(
      [
        ['DE', { companyCheck: 'administrator_password' }, 'DE-312k-2-nologin'],
        ['EU', { companyCheck: 'company_credential' }, 'EU-DSA-67'],
        ['FR', { companyCheck: 'company_credential' }, 'FR-scope-nonpro'],
        ['KR', { companyCheck: 'administrator_password' }, 'KR-212-4-same'],
      ],
      'companyCheck',
    );
  });

  it('other words than those of the law, and words that say nothing (Q5, S35)', () => {
    assertRefused(
      [
        ['DE', { labels: { open: fixed('Abo beenden') } }, 'DE-312k-2-label-open'],
        ['DE', { labels: { confirm: fixed('Kündigen') } }, 'DE-312k-2-label-confirm'],
        [
          'DE',
          { labels: { open: fixed('Weiter'), confirm: fixed('Ok') } },
          'DE-312k-2-label-open',
          'DE-312k-2-label-confirm',
        ],
        ['FR', { labels: { open: fixed('Se désabonner') } }, 'FR-D215-1-label'],
        ['FR', { labels: { confirm: fixed('Valider') } }, 'FR-D215-3-review'],
        ['BASE', { labels: { confirm: fixed('  ') } }, 'BASE-label'],
      ],
      'labels',
    );
  });

  it('a question before it is done, everywhere (Q11, P16)', () => {
    const american = ['US', 'CA', 'NY', 'MN', 'MA', 'CT', 'CO', 'US-DE'];
    const cases = profileIds.map((profile): Refused => {
      const rule = profile === 'DE' ? 'DE-312k-2-closed' : american.includes(profile) ? 'USF-survey' : 'BASE-survey';
      return [profile, { survey: 'before' }, rule];
    });
    assertRefused(cases, 'survey');
  });

  it('an offer before it is done, everywhere (Q12)', () => {
    const named = { DE: 'DE-312k-2-closed', CA: 'CA-17602-save', MN: 'MN-325G-nosave', KR: 'KR-212-4-steps' };
    const ruleOf = new Map<string, string>(Object.entries(named));
    const refused = (profile: ProfileId): Refused => [profile, { offer: 'before' }, ruleOf.get(profile) ?? 'BASE-save'];
    assertRefused(profileIds.map(refused), 'offer');
  });

  it('an offer beside the confirming button where no rule leaves room for it (Q12, S74)', () => {
    assertRefused(
      [
        ['DE', { offer: 'with_confirm' }, 'DE-312k-2-closed'],
        ['MN', { offer: 'with_confirm' }, 'MN-325G-nosave'],
        ['BASE', { offer: 'with_confirm' }, 'BASE-save'],
        ['FR', { offer: 'with_confirm' }, 'BASE-save'],
        ['AU', { offer: 'with_confirm', prospective: ['AU-UTP-manip'] }, 'AU-UTP-manip'],
      ],
      'offer',
    );
  });

  it('a declined offer made again within the week (Q13)', () => {
    assertRefused(
      [
        ['KR', { offerQuietDays: 6 }, 'KR-212-5-nag'],
        ['DE', { offerQuietDays: 0 }, 'EU-DSA-67'],
        ['US', { offerQuietDays: 1 }, 'BASE-save'],
        ['CN', { offerQuietDays: Number.NaN }, 'BASE-save'],
      ],
      'offerQuietDays',
    );
  });

  it('a receipt that comes later than it must (Q15)', () => {
    assertRefused(
      [
        ['DE', { receiptWithinSeconds: 61 }, 'DE-312k-4-receipt'],
        ['EU', { receiptWithinSeconds: 3_600 }, 'EU-11a-4-ack'],
        ['FR', { receiptWithinSeconds: 3_600 }, 'EU-11a-4-ack'],
        ['BR', { receiptWithinSeconds: 61 }, 'BASE-receipt'],
        ['UK', { receiptWithinSeconds: 86_401, prospective: ['UK-261-notice'] }, 'UK-261-notice'],
        ['BASE', { receiptWithinSeconds: 86_401 }, 'BASE-receipt'],
        ['US', { receiptWithinSeconds: 0 }, 'BASE-receipt'],
        ['CN', { receiptWithinSeconds: Number.NaN }, 'BASE-receipt'],
      ],
      'receiptWithinSeconds',
    );
  });

  it('notices on none of the days on which a rule wants one (P14)', () => {
    assertRefused(
      [
        ['BASE', { reminderDays: [] }, 'MC-long'],
        ['FR', { reminderDays: [30, 8] }, 'FR-L215-1-remind'],
        ['FR', { reminderDays: [90, 8] }, 'FR-L215-1-remind'],
        ['CN', { reminderDays: [3] }, 'MC-long', 'CN-18-notice'],
        ['CA', { reminderDays: [8] }, 'CA-17602-annualterm'],
        ['CO', { reminderDays: [20] }, 'CO-remind'],
        ['US-DE', { reminderDays: [29] }, 'DEL-remind'],
        ['MA', { reminderDays: [40] }, 'MC-long', 'MA-38-notice'],
        ['BASE', { reminderDays: [30, -1] }, 'BASE-remind'],
        ['BASE', { reminderDays: [30, 0] }, 'BASE-remind'],
        ['BASE', { reminderDays: [7.5] }, 'BASE-remind'],
      ],
      'reminderDays',
    );
  });

  it('fewer days to withdraw than the law gives, or no whole ones', () => {
    assertRefused(
      [
        ['EU', { withdrawalDays: 13 }, 'EU-9-14d'],
        ['DE', { withdrawalDays: 0 }, 'EU-9-14d'],
        ['UK', { withdrawalDays: 7 }, 'UK-CCR-14d'],
        ['KR', { withdrawalDays: 6 }, 'KR-17-7d'],
        ['BR', { withdrawalDays: 3 }, 'BR-CDC-49'],
        ['US', { withdrawalDays: -1 }, 'BASE-withdraw'],
        ['JP', { withdrawalDays: 1.5 }, 'JP-nocool'],
      ],
      'withdrawalDays',
    );
  });

  it('money that goes back later than it must', () => {
    assertRefused(
      [
        ['EU', { refundDays: 15 }, 'EU-13-refund'],
        ['FR', { refundDays: 31 }, 'EU-13-refund'],
        ['BR', { refundDays: 1 }, 'BR-CDC-49'],
        ['UK', { refundDays: 15, prospective: ['UK-refund-14'] }, 'UK-refund-14'],
        ['US', { refundDays: -1 }, 'BASE-refund'],
        ['US', { refundDays: 2.5 }, 'BASE-refund'],
      ],
      'refundDays',
    );
  });
});

describe('following a rule early', () => {
  it('is refused for a rule that is unknown, of another place, unverified, void, only watched or met elsewhere', () => {
    const cases: readonly (readonly [ProfileId, string])[] = [
      ['UK', 'UK-999'],
      ['DE', 'UK-260-exit'],
      ['NY', 'NY-527a-remind'],
      ['US', 'USF-NOR-status'],
      ['EU', 'EU-DFA'],
      ['UK', 'UK-266-coolnotice'],
    ];
    for (const [profile, id] of cases) {
      const faults = checkWishes(profile, { prospective: [id] }, TODAY);
      assert.deepEqual(faults.map(({ wish, rule }) => ({ wish, rule })), [{ wish: 'prospective', rule: id }]);
      assert.equal(faults[0]?.article, findRule(id)?.article ?? 'no such rule');
    }
  });

  it('names those that can be followed', () => {
    const remedyFor = (profile: ProfileId): string | undefined =>
      checkWishes(profile, { prospective: ['none'] }, TODAY)[0]?.remedy;
    assert.equal(
      remedyFor('UK'),
      'prospective: choose among UK-258-remind, UK-260-exit, UK-261-notice, UK-264-cool, UK-refund-14.',
    );
    assert.equal(remedyFor('AU'), 'prospective: choose among AU-UTP-subs, AU-UTP-manip.');
    assert.equal(remedyFor('DE'), 'prospective: leave it out.');
  });

  it('does no harm where the rule binds already', () => {
    assert.deepEqual(checkWishes('EU', { prospective: ['EU-11a-1-label'] }, TODAY), []);
    assert.deepEqual(checkWishes('AU', { prospective: ['AU-UTP-subs'] }, '2028-01-01'), []);
  });
});

describe('faults', () => {
  it('are all told at once', () => {
    const wishes: OperatorWishes = {
      verification: ['password'],
      survey: 'before',
      offer: 'before',
      receiptWithinSeconds: 600,
      prospective: ['none'],
    };
    assert.deepEqual(
      checkWishes('DE', wishes, TODAY).map(({ wish, rule }) => `${wish}: ${rule}`),
      [
        'prospective: none',
        'verification: DE-312k-2-nologin',
        'survey: DE-312k-2-closed',
        'offer: DE-312k-2-closed',
        'receiptWithinSeconds: DE-312k-4-receipt',
      ],
    );
  });

  it('are those of the day: a rule refuses nothing before it binds', () => {
    const wishes: OperatorWishes = { verification: ['passkey'] };
    assert.equal(checkWishes('AU', wishes, '2027-06-30')[0]?.rule, 'BASE-verify');
    assert.equal(checkWishes('AU', wishes, '2027-07-01')[0]?.rule, 'AU-UTP-subs');
    assert.deepEqual(checkWishes('EU', { receiptWithinSeconds: 600 }, '2026-06-18'), []);
    assert.equal(checkWishes('EU', { receiptWithinSeconds: 600 }, '2026-06-19')[0]?.rule, 'EU-11a-4-ack');
  });
});
