import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findRule, profileIds, rules } from '../src/index.ts';
import { askingsOf } from '../src/settle.ts';
import { expectedRuleIds } from './expected-rule-ids.ts';

const cited = new Set(profileIds.flatMap((profile) => askingsOf(profile).flatMap((asking) => asking.rules)));

/** Every title of a suite or test in this folder. */
function titles(): string {
  const sources = globSync('**/*.node.test.ts', { cwd: import.meta.dirname }).map((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8'),
  );
  const found = sources.flatMap((source) => [...source.matchAll(/\b(?:describe|it)\(\s*(['"`])(.*?)\1,/gs)]);
  return found.map(([, , title]) => title).join('\n');
}

describe('the table of rules', () => {
  it('holds every rule that was read, once', () => {
    assert.deepEqual(rules.map(({ id }) => id).toSorted(), expectedRuleIds.toSorted());
    assert.equal(new Set(expectedRuleIds).size, 123);
  });

  it('finds a rule by its id, and none by another', () => {
    assert.equal(findRule('DE-312k-2-closed')?.article, 'BGH 16.07.2026, I ZR 200/25');
    assert.equal(findRule('de-312k-2-closed'), undefined);
    for (const rule of rules) assert.equal(findRule(rule.id), rule);
  });

  it('says of each in one sentence what is asked, and on what it rests', () => {
    for (const { id, requirement, article } of rules) {
      assert.match(requirement, /^[^\n]{20,}\.$/, id);
      assert.doesNotMatch(requirement, /\. [A-Z]/, id);
      assert.notEqual(article, '', id);
    }
  });

  it('writes days so that they compare as text', () => {
    for (const { id, effectiveOn } of rules) {
      if (effectiveOn !== null) assert.equal(new Date(effectiveOn).toISOString().slice(0, 10), effectiveOn, id);
    }
  });

  it('names every rule that drives a profile in the title of a test', () => {
    const all = titles();
    const driving = rules.filter(({ bearing }) => bearing === 'data');
    const missing = driving.filter(({ id }) => !new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(all));
    assert.deepEqual(missing.map(({ id }) => id), []);
  });

  it('says of every other rule where it is met, or why it asks nothing', () => {
    for (const { id, bearing, note } of rules) {
      if (bearing !== 'data') assert.match(note ?? '', /\w.*\.$/, id);
    }
  });

  it('marks what is unverified and what one source said', () => {
    for (const { id, confidence, note = '' } of rules) {
      assert.equal(/Unverified/.test(note), confidence === 'U', id);
      if (confidence === 'C') assert.match(note, /[Oo]ne secondary source was read/, id);
    }
  });

  it('has an asking behind every rule that drives one, and no asking behind another', () => {
    const driving = rules.filter(({ bearing }) => bearing === 'data').map(({ id }) => id);
    const defaults = ['BASE-label', 'BASE-survey', 'BASE-save', 'BASE-withdraw', 'BASE-refund'];
    assert.deepEqual([...cited, ...defaults].toSorted(), driving.toSorted());
  });

  it('lets nothing that is unverified, void or only watched drive a profile', () => {
    for (const id of cited) {
      const rule = findRule(id);
      assert.ok(rule, id);
      assert.notEqual(rule.confidence, 'U', id);
      assert.ok(['in_force', 'prospective', 'benchmark'].includes(rule.status), id);
    }
    const unverified = rules.filter(({ confidence }) => confidence === 'U').map(({ id }) => id);
    assert.deepEqual(unverified, ['CA-17602-auth', 'CA-17602-fee', 'NY-527a-remind', 'BR-7962-5', 'WCAG-3.3.7']);
  });

  it('keeps apart what is in force, planned, asked of others, void and to be watched', () => {
    const idsOf = (status: string): string[] => rules.filter((rule) => rule.status === status).map(({ id }) => id);
    assert.deepEqual(idsOf('flag'), ['EU-DFA', 'JP-review', 'BR-PL4734']);
    assert.deepEqual(idsOf('vacated'), ['USF-NOR-status']);
    assert.deepEqual(idsOf('benchmark'), ['USF-AMZN-order', 'USF-survey', 'USF-lastdays']);
    assert.ok(idsOf('prospective').every((id) => id.startsWith('UK-') || id.startsWith('AU-')));
    assert.equal(idsOf('prospective').length, 11);
  });
});
