import type { Reporter, TestSuiteResult } from '@web/test-runner';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function countSuite(suite: TestSuiteResult | undefined, counts: Counts): void {
  for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite?.suites ?? []) countSuite(inner, counts);
}

/** Reporter for web-test-runner: ends the run with one line `web: N passed, N failed, N skipped`. */
export const webSummary: Reporter = {
  stop({ sessions }) {
    const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      countSuite(session.testResults, counts);
      if (session.errors.length > 0 || session.testResults === undefined) counts.failed += 1;
    }
    console.log(`web: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  },
};
