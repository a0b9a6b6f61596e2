import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { join } from 'node:path';
import { root } from '../scripts/places.ts';
import { webSummary } from '../scripts/web-summary.ts';
import { withTree } from './with-tree.ts';

/** What our reporter prints of one test file. */
function report(code: string): string {
  const text = `import { describe, it } from 'node:test';\n${code}`;
  return withTree({ 'a.test.mjs': text }, (folder) => {
    const reporter = join(root, 'packages/testing/scripts/node-summary.ts');
    // A test runner that was started by another one speaks to that one instead of printing.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const args = ['--test', `--test-reporter=${reporter}`, join(folder, 'a.test.mjs')];
    return spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout;
  });
}

describe('the summary of the Node tests', () => {
  it('counts tests, not the suites around them', () => {
    const text = report(`describe('a', () => { it('b', () => {}); it('c', () => { throw new Error('wrong day'); }); });`);
    assert.match(text, /FAIL .*a\.test\.mjs:\d+ c\nError: wrong day/);
    assert.match(text, /node: 1 passed, 1 failed, 0 skipped\n$/);
  });

  it('counts and shows a suite that broke before its tests', () => {
    const text = report(`it('b', () => {}); describe('a', () => { missing(); });`);
    assert.match(text, /FAIL .* a\nReferenceError: missing is not defined/);
    assert.match(text, /node: 1 passed, 1 failed, 0 skipped\n$/);
  });

  it('counts a file that cannot be read, and what was skipped', () => {
    assert.match(report(`import './nowhere.mjs';`), /node: 0 passed, 1 failed, 0 skipped\n$/);
    assert.match(report(`it.skip('b', () => {}); it.todo('c');`), /node: 0 passed, 0 failed, 2 skipped\n$/);
  });
});

describe('the summary of the web tests', () => {
  it('counts nested tests, and a file that never ran as failed', (context) => {
    const lines: string[] = [];
    context.mock.method(console, 'log', (line: string) => lines.push(line));
    const test = (passed: boolean, skipped = false) => ({ name: 'a', passed, skipped });
    const inner = { name: 'in', tests: [test(false), test(false, true)], suites: [] };
    const ran = { errors: [], testResults: { name: '', tests: [test(true)], suites: [inner] } };
    const sessions = [ran, { errors: [{ message: 'no such file' }] }];
    Reflect.apply(webSummary.stop ?? assert.fail, webSummary, [{ sessions }]);
    assert.deepEqual(lines, ['web: 1 passed, 2 failed, 1 skipped']);
  });
});
