import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseText } from '../../src/rules/choose-text.ts';

const text = { fr: 'fr', en: 'en', 'zh-CN': 'zh-CN', 'pt-BR': 'pt-BR', pt: 'pt', 'de-AT': 'de-AT' };

describe('the language of the host’s text', () => {
  const table: ReadonlyArray<readonly [string[], string, string]> = [
    [['zh-CN'], 'zh-CN', 'exactly as asked'],
    [['ZH-cn'], 'zh-CN', 'in any case'],
    [['pt-BR-x-private'], 'pt-BR', 'shortened from its end'],
    [['pt-PT'], 'pt', 'shortened to the language'],
    [['zh-TW'], 'zh-CN', 'another variety of the same language'],
    [['de'], 'de-AT', 'the variety there is'],
    [['de-CH', 'fr'], 'de-AT', 'the first language in any variety, before the second'],
    [['ja', 'fr'], 'fr', 'the second language when the first is missing'],
    [['ja'], 'en', 'English when none is there'],
    [[], 'en', 'English when none is asked for'],
    [['e'], 'en', 'no other language that merely begins alike'],
    [['*'], 'en', 'English for any'],
  ];
  for (const [languages, expected, why] of table) {
    it(`for ${languages.join(', ') || 'nobody'} is ${expected}: ${why}`, () => {
      assert.equal(chooseText(text, languages), expected);
    });
  }

  it('is the only one when the host wrote one', () => assert.equal(chooseText('Pro', ['fr']), 'Pro'));
  it('is the first when there is not even English', () => assert.equal(chooseText({ fr: 'a', it: 'b' }, ['ja']), 'a'));
  it('is empty, and no failure, when the host wrote none', () => assert.equal(chooseText({}, ['ja']), ''));
});
