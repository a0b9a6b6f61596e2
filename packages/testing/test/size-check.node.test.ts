import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOversized, measureTree } from '../scripts/sizes/check-sizes.ts';
import { measureFile } from '../scripts/sizes/measure-file.ts';
import { withTree } from './with-tree.ts';

const lines = (count: number): string => 'x;\n'.repeat(count);
const faultsOf = (files: Record<string, string>): string[] => withTree(files, (root) => findOversized(measureTree(root)));

describe('the size check', () => {
  it('refuses a file of 351 lines and lets one of 350 pass', () => {
    const faults = faultsOf({ 'packages/a/src/a.ts': lines(350), 'packages/a/src/b.ts': lines(351), 'docs/c.css': lines(351) });
    assert.deepEqual(faults, ['docs/c.css: 351 lines, at most 350', 'packages/a/src/b.ts: 351 lines, at most 350']);
  });

  it('refuses a function of 61 lines of any form and lets one of 60 pass', () => {
    const text = `const a = () => {\n${lines(58)}};\nclass B {\n  #c() {\n${lines(59)}}\n}\nfunction d() {\n${lines(59)}}\n`;
    const faults = faultsOf({ 'packages/a/test/a.test.ts': text });
    assert.deepEqual(faults.map((fault) => fault.replace(/.*: (.*) has/, '$1 has')), [
      '#c has 61 lines, at most 60',
      'd has 61 lines, at most 60',
    ]);
  });

  it('counts a describe as a chapter, and the tests in it as functions', () => {
    const chapter = `describe('a', () => {\n  it('b', () => {\n${lines(70)}  });\n});\n`;
    assert.deepEqual(measureFile('a.ts', chapter).functions.map((each) => each.lines), [72]);
  });

  it('leaves out what tools write', () => {
    const long = lines(400);
    assert.deepEqual(
      faultsOf({ 'packages/a/dist/a.js': long, 'packages/a/cdn/a.js': long, 'packages/a/node_modules/b/c.js': long, 'docs/site/a.html': long }),
      [],
    );
  });
});
