import { matchPageLanguage, pageDay, pageLanguages, pageMoment, pageWords, type PageWords } from '@leavewell/locales/pages';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

/** Every text of a language by its place in the table; those that are made are made once. */
function textsOf(words: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): (readonly [string, string])[] => {
    const at = `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, String(value('Aa', 'Bb', 'Cc'))]];
    return typeof value === 'object' && value !== null ? [...textsOf(value, at)] : [];
  });
}

const all = pageLanguages.map((language) => [language, pageWords(language)] as const);

/** Letters of the language's own writing, for languages that share none with English. */
const writing: Readonly<Record<string, RegExp>> = { 'zh-CN': /\p{Script=Han}/u, ko: /\p{Script=Hangul}/u };

describe('the words of the pages without a login', () => {
  for (const [language, words] of all) {
    it(`${language}: every text is there, whole, and in its language`, () => {
      for (const [at, text] of textsOf(words)) {
        assert.equal(text, text.trim(), at);
        assert.notEqual(text, '', at);
        assert.doesNotMatch(text, /undefined|\[object|[<>{}]/, at);
        if (at !== '.tag' && !at.startsWith('.done.row') && !at.startsWith('.done.moment')) {
          assert.match(text, writing[language] ?? /\p{Script=Latin}/u, at);
        }
      }
    });

    it(`${language}: no text begs, shames, hurries or offers (Q10, Q12, Q14)`, () => {
      const texts = textsOf(words)
        .map(([, text]) => text)
        .join('\n');
      assert.doesNotMatch(
        texts,
        /sorry|miss you|lose|are you sure|discount|leider|schade|verlieren|sind Sie sicher|Rabatt|désol|dommage|perdre|êtes-vous sûr|remise|遗憾|失去|确定要|优惠|아쉽|잃|정말|할인/i,
      );
    });

    it(`${language}: a fault names its field, as the label does`, () => {
      const { fields, faults } = words;
      const [name, contract, email] = [faults.missing.name, faults.missing.contract, faults.missing.email];
      const beginning = (text: string) => text.split(/\s?[:：]/)[0] ?? '';
      assert.ok(fields.name.startsWith(beginning(name)), name);
      assert.equal(beginning(contract), fields.contract);
      assert.equal(beginning(email), fields.email);
      assert.equal(beginning(faults.notAnEmail), fields.email);
      assert.ok(fields.end_date.startsWith(beginning(faults.notADay)), faults.notADay);
      assert.match(faults.tooLong(200), /200/);
    });
  }

  it('differ between languages, but for what is alike in them', () => {
    const alike = new Set(['Name', 'Code', 'Reference', 'E-mail address']);
    const byPlace = (words: PageWords) => new Map(textsOf(words));
    const english = byPlace(pageWords('en'));
    for (const [language, words] of all.slice(1)) {
      for (const [at, text] of byPlace(words)) {
        if (at.startsWith('.done.row') || at.startsWith('.done.moment')) continue;
        assert.ok(text !== english.get(at) || alike.has(text), `${language} ${at}: ${text}`);
      }
    }
  });
});

describe('the language of a page', () => {
  it('is the first of the reader’s that there is, else the place’s', () => {
    assert.equal(matchPageLanguage(['pt-BR', 'de-AT', 'en'], 'ko'), 'de');
    assert.equal(matchPageLanguage(['zh_TW'], 'en'), 'zh-CN');
    assert.equal(matchPageLanguage(['KO-kr'], 'en'), 'ko');
    assert.equal(matchPageLanguage(['pt', '', 'not a tag', '"><script>'], 'fr'), 'fr');
    assert.equal(matchPageLanguage([], 'zh-CN'), 'zh-CN');
  });
});

describe('a time on a page', () => {
  it('is a clock of the place, with the zone’s name and its offset', () => {
    const at = '2026-11-22T02:42:00Z';
    const shown = all.map(([, words]) => pageMoment(words, at, 'Europe/Berlin'));
    assert.deepEqual(shown, [
      '22 November 2026 at 03:42 (Europe/Berlin, UTC+1)',
      '2026年11月22日 03:42（Europe/Berlin，UTC+1）',
      '22. November 2026 um 03:42 (Europe/Berlin, UTC+1)',
      '22 novembre 2026 à 03:42 (Europe/Berlin, UTC+1)',
      '2026년 11월 22일 03:42 (Europe/Berlin, UTC+1)',
    ]);
    assert.match(pageMoment(pageWords('en'), '2026-07-01T22:30:00Z', 'Europe/Berlin'), /^2 July 2026 at 00:30 .*UTC\+2\)$/);
    assert.match(pageMoment(pageWords('en'), at, 'UTC'), /02:42 \(UTC, UTC\)$/);
  });

  it('is a day in words, and stays what was typed when it is none', () => {
    assert.equal(pageDay(pageWords('de'), '2026-12-31'), '31. Dezember 2026');
    assert.equal(pageDay(pageWords('ko'), 'soon'), 'soon');
  });
});
