import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lexiconOf, lexicons } from '../src/lexicon/lexicon-of.ts';
import { contrastOf } from '../src/reading/contrast.ts';
import { accessDaysIn, daysIn, lastDayIn, withoutNumbers } from '../src/reading/dates-in.ts';
import { missingFacts } from '../src/reading/receipt-fields.ts';
import { tableReport, htmlReport, judgeRecording } from '../src/index.ts';
import { receipt, recordingWith, strict } from './good-recording.ts';

describe('what is read on a page', () => {
  it('is the same day in every language and way of writing (Q16)', () => {
    const written: [string, string][] = [
      ['on 2026-12-31', 'en'],
      ['December 31, 2026', 'en'],
      ['31 Dec 2026', 'en'],
      ['12/31/2026', 'en-US'],
      ['2026年12月31日', 'zh'],
      ['31. Dezember 2026', 'de'],
      ['31.12.2026', 'de'],
      ['le 31 décembre 2026', 'fr'],
      ['31/12/2026', 'fr'],
      ['2026년 12월 31일', 'ko'],
      ['31 de dezembro de 2026', 'pt'],
      ['DTEND:20261231T160000Z', 'en'],
    ];
    for (const [text, language] of written) assert.deepEqual(daysIn(text, language), ['2026-12-31'], text);
    assert.deepEqual(daysIn('Order 4711, room 12', 'en'), []);
  });

  it('is the day until which there is access, and no other day (Q16)', () => {
    const [en, de] = [lexiconOf('en-GB'), lexiconOf('de')];
    assert.ok(en && de);
    const text = 'Requested on 22 November 2026.\nAccess until 31 December 2026. We wrote this on 1 May 2026.';
    assert.deepEqual(accessDaysIn(text, en), ['2026-12-31']);
    assert.deepEqual(accessDaysIn('Access until\n31 December 2026', en), ['2026-12-31']);
    assert.deepEqual(accessDaysIn('Nutzbar bis 31. Dezember 2026.', de), ['2026-12-31']);
  });

  it('is the last day of access when it ends at midnight in its zone (Q16)', () => {
    assert.equal(lastDayIn('2026-12-31T16:00:00Z', 'Asia/Shanghai'), '2026-12-31');
    assert.equal(lastDayIn('2026-12-31T16:00:00Z', 'America/New_York'), '2026-12-31');
    assert.equal(lastDayIn('2026-12-31T16:00:01Z', 'Asia/Shanghai'), '2027-01-01');
  });

  it('is the same but for its dates, whichever month they fall in (Q2, Q17)', () => {
    assert.equal(withoutNumbers('You have it until 1 January 2027'), withoutNumbers('You have it until 24 November 2026'));
    assert.notEqual(withoutNumbers('Keep it until 1 May'), withoutNumbers('Yours until 1 May'));
    assert.equal(withoutNumbers('Maybe'), 'Maybe');
  });

  it('is the contrast that WCAG computes (Q3, Q8)', () => {
    assert.equal(contrastOf([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrastOf([119, 119, 119], [255, 255, 255]).toFixed(2), '4.48');
  });

  it('is every fact of a receipt, in any known language (Q15)', () => {
    const [en, zh] = [lexiconOf('en'), lexiconOf('zh-CN')];
    assert.ok(en && zh);
    assert.deepEqual(missingFacts(receipt, en), []);
    assert.deepEqual(missingFacts(receipt.replace('No further charge.', ''), en), ['no further charge']);
    const chinese =
      '回执编号：CR-7F3K\n会员：企业版\n申请时间：2026年11月22日 10:42 北京时间（UTC+8）\n有效期至2026年12月31日\n' +
      '到期后将不再自动扣费\n退款：无\n可随时恢复自动续费\n客服：400-000-0000';
    assert.deepEqual(missingFacts(chinese, zh), []);
    assert.deepEqual(missingFacts(receipt.replace(/CR-[0-9A-Z-]+/, 'CR-ABCD-EFGH'), en), []);
    assert.deepEqual(missingFacts(chinese.replace('CR-7F3K', 'CR-ABCD'), zh), []);
  });

  it('needs words in six languages; another one is not guessed (Q10)', () => {
    assert.deepEqual(
      lexicons.map(({ language }) => language),
      ['en', 'zh', 'de', 'fr', 'ko', 'pt'],
    );
    assert.equal(lexiconOf('tlh'), null);
  });
});

describe('a report', () => {
  it('shows text of a site as text: nothing in it becomes markup (S82)', () => {
    const report = judgeRecording(
      recordingWith({ url: 'https://x/<script>alert(1)</script>' }),
      strict,
      '2026-11-22T02:42:00Z',
    );
    const page = htmlReport(report);
    assert.ok(!page.includes('<script>'));
    assert.match(page, /20 of 20 checks that apply hold \(100 %\)/);
    assert.match(tableReport(report), /^Q20 +holds +It can be undone/m);
  });
});
