import type { TestEvent } from 'node:test/reporters';

type Outcome = 'passed' | 'failed';

/** A suite counts only when it broke itself, not when a test in it failed. */
function isSuiteToSkip({ type, data }: Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>): boolean {
  if (data.details.type !== 'suite') return false;
  return type === 'test:pass' || Reflect.get(data.details.error, 'failureType') === 'subtestsFailed';
}

function outcomeOf(event: TestEvent): Outcome | 'skipped' | undefined {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return undefined;
  if (isSuiteToSkip(event)) return undefined;
  const { type, data } = event;
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

function describeFailure({ type, data }: TestEvent): string {
  if (type !== 'test:fail') return '';
  const { error } = data.details;
  const cause: unknown = error.cause;
  return `FAIL ${data.file ?? ''}:${data.line ?? ''} ${data.name}\n${(cause instanceof Error && cause.stack) || error.message}\n`;
}

/** Reporter for node:test: failures in full, then one line `node: N passed, N failed, N skipped`. */
export default async function* nodeSummary(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') yield event.data.message;
    const outcome = outcomeOf(event);
    if (outcome === undefined) continue;
    counts[outcome] += 1;
    if (outcome === 'failed') yield describeFailure(event);
  }
  yield `node: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
