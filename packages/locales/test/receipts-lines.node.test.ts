import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chargeSentences,
  chooseReceiptVoice,
  doneSentence,
  plain,
  receiptFields,
  receiptLines,
  type ReceiptFacts,
  type ReceiptField,
} from '../src/receipts/index.ts';
import { receipt as oldReceipt } from './receipts.ts';
import { canceled, resumed, withdrawn } from './receipts-samples.ts';

const languages = ['en', 'zh-CN', 'de', 'fr', 'ko'] as const;

/** The lines of a receipt by their field, as a reader of `language` sees the values. */
function linesOf(language: string, receipt: ReceiptFacts): Partial<Record<ReceiptField, string>> {
  const lines = receiptLines(chooseReceiptVoice([language]), receipt);
  return Object.fromEntries(lines.map(({ field, value }) => [field, plain(value)]));
}

const sentencesOf = (language: string, receipt: ReceiptFacts): string[] => {
  const voice = chooseReceiptVoice([language]);
  return [doneSentence(voice, receipt), ...chargeSentences(voice, receipt)].map(plain);
};

/** What Q15 of the rubric asks of a cancellation, and the line that says it. */
const nine: readonly ReceiptField[] = [
  'reference',
  'order',
  'canceledAt',
  'accessUntil',
  'furtherCharges',
  'refund',
  'verifiedBy',
  'resume',
  'contact',
];

describe('a receipt says all that a member needs later (Q15, P6)', () => {
  for (const language of languages) {
    it(`in ${language}: nine facts, each once, each with a label of its own`, () => {
      const lines = receiptLines(chooseReceiptVoice([language]), canceled);
      const said = lines.map(({ field }) => field);
      for (const field of nine) assert.equal(said.filter((name) => name === field).length, 1, field);
      assert.equal(new Set(lines.map(({ label }) => label)).size, lines.length);
      for (const { label, value } of lines) assert.ok(label && plain(value), label);
    });

    it(`in ${language}: every word is there, for every method, channel, contact and kind of declaration`, () => {
      const { words, labels } = chooseReceiptVoice([language]);
      const parts = [labels, words.verifiedBy, words.unverified, words.declaredKind];
      const texts = parts.flatMap((part) => Object.values(part));
      assert.equal(Object.keys(labels).length, receiptFields.length);
      assert.ok(texts.every((text) => text.trim() === text && text !== ''));
      assert.equal(new Set(Object.values(words.verifiedBy)).size, 8);
    });
  }

  it('in English, to the letter', () => {
    assert.deepEqual(linesOf('en', canceled), {
      accessUntil: '31 December 2026 at 24:00, Beijing time',
      exactEnd: '2026-12-31T16:00:00Z',
      priceNotTaken: '¥1,298.00 a year',
      furtherCharges: 'None; it does not renew after 31 December 2026',
      refund: 'None is due',
      resume: 'Turn renewal back on in your account until 31 December 2026 at 24:00, Beijing time',
      plan: 'Professional',
      account: 'Northwind Trading',
      order: '2026-0117-3391',
      requestedBy: 'Li Wen',
      canceledAt: '22 November 2026 at 10:42, Beijing time (UTC+8)',
      verifiedBy: 'Text message code',
      place: 'CN',
      providerReference: 'sub_1Qx',
      contact: 'E-mail help@northwind.example',
      reference: 'CR-7F3K-29QD',
    });
  });

  it('in Chinese in the words of the article, with the date and the zone (S38)', () => {
    assert.deepEqual(sentencesOf('zh-Hans-CN', { ...canceled, planName: '专业版' }), [
      '自动续费已取消，“专业版”会员有效期至2026年12月31日。',
      '当前会员有效期至2026年12月31日 24:00（北京时间），到期后将不再自动扣费。',
    ]);
    assert.equal(linesOf('zh-CN', canceled).furtherCharges, '无。2026年12月31日到期后将不再自动扣费');
  });

  it('in German, French and Korean with day, time, zone by its IANA name, and offset (TZ1)', () => {
    const berlin = { ...canceled, timeZone: 'Europe/Berlin', accessEndsAt: '2026-12-31T23:00:00Z' };
    const said = (language: string) => {
      const { accessUntil, canceledAt } = linesOf(language, berlin);
      return [accessUntil, canceledAt];
    };
    assert.deepEqual(said('de'), [
      '31. Dezember 2026 um 24:00, Europe/Berlin (UTC+1)',
      '22. November 2026 um 03:42, Europe/Berlin (UTC+1)',
    ]);
    assert.deepEqual(said('fr'), [
      '31 décembre 2026 à 24:00, Europe/Berlin (UTC+1)',
      '22 novembre 2026 à 03:42, Europe/Berlin (UTC+1)',
    ]);
    assert.deepEqual(said('ko'), [
      '2026년 12월 31일 24:00, Europe/Berlin (UTC+1)',
      '2026년 11월 22일 03:42, Europe/Berlin (UTC+1)',
    ]);
    assert.equal(linesOf('de', { ...canceled, timeZone: 'Etc/GMT+5' }).canceledAt, '21. November 2026 um 21:42, UTC-5');
  });

  it('names the exact moment and the last full day where access ends in the middle of a day', () => {
    const lines = linesOf('en', { ...canceled, lastDay: '2026-12-30', accessEndsAt: '2026-12-31T02:13:00Z' });
    assert.equal(lines.accessUntil, '31 December 2026 at 10:13, Beijing time');
    assert.equal(lines.lastDay, '30 December 2026');
    assert.equal(lines.exactEnd, '2026-12-31T02:13:00Z');
  });
});

describe('a receipt claims nothing that is not so (Q16, Q15)', () => {
  for (const language of languages) {
    it(`in ${language}: a payment that is owed is not called off`, () => {
      const { words } = chooseReceiptVoice([language]);
      const owed = { ...canceled, paymentOwed: true };
      const none = plain(words.noFurtherCharge.renewal(null));
      assert.notEqual(linesOf(language, owed).furtherCharges, none);
      assert.ok(!sentencesOf(language, owed).join(' ').includes(plain(words.nothingMore(null, false))));
    });

    it(`in ${language}: what was turned back on names its next charge, and never that there is none`, () => {
      const lines = linesOf(language, resumed);
      assert.ok(lines.nextCharge?.includes('24:00'));
      assert.ok(lines.price);
      for (const field of ['furtherCharges', 'priceNotTaken', 'accessUntil', 'resume'] as const) {
        assert.equal(lines[field], undefined, field);
      }
      assert.equal(sentencesOf(language, resumed).length, 1);
    });

    it(`in ${language}: a withdrawal says what was undone, how much goes back and by when`, () => {
      const lines = linesOf(language, withdrawn);
      assert.match(lines.refund ?? '', /1[.,\s\u202f\u00a0]?298/);
      assert.ok(lines.withdrawnAt);
      assert.equal(lines.lastDay, undefined);
      const [done = '', refund = ''] = sentencesOf(language, withdrawn);
      assert.ok(done.includes('Professional'));
      assert.ok(refund.includes(lines.refund ?? '-'));
      assert.notEqual(done, sentencesOf(language, canceled)[0]);
    });
  }

  it('a charge that can still come is named, in the place of the promise', () => {
    const lines = linesOf('en', { ...canceled, nextChargeAt: '2026-12-31T16:00:00Z' });
    assert.equal(lines.nextCharge, '31 December 2026 at 24:00, Beijing time');
    assert.equal(lines.furtherCharges, undefined);
  });

  it('what was asked for without a further check says so, by where it came from', () => {
    const by = (channel: NonNullable<ReceiptFacts['channel']>) =>
      linesOf('en', { ...canceled, verifiedBy: null, channel }).verifiedBy;
    assert.equal(by('session'), 'Login to the account; nothing further was asked for');
    assert.equal(by('public_page'), 'Declaration without a login; nothing further was asked for');
    assert.equal(by('agent'), 'Support, at the request of the member');
  });

  it('what cannot be turned back on can be bought again, and no contact is made up', () => {
    const lines = linesOf('en', { ...canceled, resumableUntil: null, contact: [] });
    assert.equal(lines.resume, 'Buy it again at any time');
    assert.equal(lines.contact, 'The support of the site where you have this membership');
  });

  it('a contract without an order number is named by its membership', () => {
    const { order, membership } = linesOf('en', { ...canceled, orderNumber: null });
    assert.deepEqual([order, membership], [undefined, 'm_pro']);
  });

  it('what was declared is repeated as it was typed', () => {
    const declaration = {
      terminationKind: 'extraordinary',
      reason: 'Umzug',
      name: 'Li Wen',
      contract: 'Professional',
      endDate: null,
      email: 'li.wen@northwind.example',
    } as const;
    const lines = linesOf('de', { ...canceled, declaration });
    assert.equal(lines.declaredKind, 'Außerordentliche Kündigung');
    assert.deepEqual([lines.declaredReason, lines.declaredName], ['Umzug', 'Li Wen']);
    assert.equal(lines.declaredEnd, 'Zum frühestmöglichen Zeitpunkt');
    assert.equal(lines.declaredEmail, 'li.wen@northwind.example');
    const withEnd = { ...canceled, declaration: { endDate: '2026-12-31' } };
    assert.equal(linesOf('en', withEnd).declaredEnd, '31 December 2026');
  });
});

describe('a receipt of an earlier version', () => {
  for (const language of languages) {
    it(`is still written in ${language}, and of what was not written down nothing is said`, () => {
      const lines = linesOf(language, oldReceipt);
      assert.ok(lines.accessUntil && lines.furtherCharges && lines.canceledAt && lines.reference);
      for (const field of ['refund', 'resume', 'contact', 'place', 'membership', 'declaredName'] as const) {
        assert.equal(lines[field], undefined, field);
      }
      assert.equal(linesOf(language, { ...oldReceipt, verifiedBy: null }).verifiedBy, undefined);
      assert.doesNotMatch(Object.values(lines).join('\n'), /undefined|null|NaN/);
    });
  }
});

describe('the language of a receipt', () => {
  it('is the best one that the reader has, and English where we have none of theirs', () => {
    const tag = (...tags: string[]) => chooseReceiptVoice(tags).tag;
    assert.deepEqual(
      [tag('de-AT'), tag('fr-CA', 'en'), tag('ko-KR'), tag('zh-TW'), tag('ja', 'de'), tag('EN-us'), tag('ja'), tag()],
      ['de', 'fr', 'ko', 'zh-CN', 'de', 'en-US', 'en-GB', 'en-GB'],
    );
  });

  it('never lets a text from outside begin a line or turn the reading direction (EM4)', () => {
    const forged = { ...canceled, planName: 'Pro\r\nRefund: all\u2028x', accountName: '\u202Efdp.exe\u2066' };
    const lines = linesOf('en', forged);
    assert.equal(lines.plan, 'Pro Refund: all x');
    assert.equal(lines.account, 'fdp.exe');
  });
});
