import { stripVTControlCharacters } from 'node:util';
import type { CheckResult, Tally } from './check.ts';

/**
 * What a check adds to the last line: the tests it counted itself in a line `node: 3 passed, 0 failed, 0 skipped`, or
 * one for a check without tests. A skipped test proves nothing and counts as failed; so does a run that broke off.
 */
export function tallyOf({ ok, output }: CheckResult): Tally {
  const lines = stripVTControlCharacters(output).matchAll(/^\s*\w+: (\d+) passed, (\d+) failed, (\d+) skipped\s*$/gm);
  const [, passed, failed, skipped] = [...lines].at(-1) ?? [];
  if (passed === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const bad = Number(failed) + Number(skipped);
  return { passed: Number(passed), failed: !ok && bad === 0 ? 1 : bad };
}

/** The sum of all results. */
export function tallyAll(results: readonly CheckResult[]): Tally {
  return results.map(tallyOf).reduce(
    (sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }),
    { passed: 0, failed: 0 },
  );
}
