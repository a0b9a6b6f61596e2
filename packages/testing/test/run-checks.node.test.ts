import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckResult } from '../scripts/checks/check.ts';
import { runChecks } from '../scripts/checks/run-checks.ts';
import { tallyAll, tallyOf } from '../scripts/checks/tally.ts';

const says = (code: string): string[][] => [['--eval', code]];
const quiet = { cwd: process.cwd(), lanes: 2, onResult: () => {} };
const result = (ok: boolean, output: string): CheckResult => ({ name: 'a', ok, output, seconds: 0 });

describe('running every check', () => {
  it('goes on after a failure and keeps what each one said', async () => {
    const results = await runChecks(
      [
        { name: 'bad', commands: says('console.error("no"); process.exit(3)') },
        { name: 'good', commands: says('console.log("yes")'), after: ['bad'] },
      ],
      quiet,
    );
    assert.deepEqual(results.map(({ name, ok, output }) => [name, ok, output]), [
      ['bad', false, 'no\n'],
      ['good', true, 'yes\n'],
    ]);
  });

  it('starts a check only when those it reads from have ended', async () => {
    const ended: string[] = [];
    const slow = `setTimeout(() => {}, 300)`;
    const checks = [
      { name: 'reader', commands: says(''), after: ['writer'] },
      { name: 'writer', commands: says(slow) },
    ];
    await runChecks(checks, { ...quiet, onResult: ({ name }) => ended.push(name) });
    assert.deepEqual(ended, ['writer', 'reader']);
  });

  it('says so when checks wait for each other', async () => {
    const ring = [
      { name: 'a', commands: says(''), after: ['b'] },
      { name: 'b', commands: says(''), after: ['a'] },
    ];
    await assert.rejects(runChecks(ring, quiet), /wait for each other: a, b/);
  });
});

describe('the last line', () => {
  it('counts a check without tests as one', () => {
    assert.deepEqual(tallyAll([result(true, 'fine'), result(false, 'broken')]), { passed: 1, failed: 1 });
  });

  it('adds the tests that a run counted itself', () => {
    assert.deepEqual(tallyOf(result(true, 'noise\n\u001b[32mnode: 12 passed, 0 failed, 0 skipped\u001b[0m\n')), { passed: 12, failed: 0 });
  });

  it('counts a skipped test as failed', () => {
    assert.deepEqual(tallyOf(result(true, 'web: 3 passed, 1 failed, 2 skipped')), { passed: 3, failed: 3 });
  });

  it('counts a run that broke off although every test passed', () => {
    assert.deepEqual(tallyOf(result(false, 'node: 5 passed, 0 failed, 0 skipped')), { passed: 5, failed: 1 });
  });
});
