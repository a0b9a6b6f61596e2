import type { ServerErrorCode } from '@leavewell/contract';
import { ServiceError } from '../../service-error.ts';

/** JSON with its properties in order of name, so that equal values have equal texts. */
function canonical(value: unknown): string {
  const sorted = (_: string, part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(value, sorted) ?? 'undefined';
}

/** Throws unless both hold the same values. */
export function expectSame<Value>(actual: Value, expected: Value): void {
  const [found, wanted] = [canonical(actual), canonical(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted}, found ${found}`);
}

/** Throws unless it is one of these. */
export function expectOneOf<Value>(actual: Value, allowed: readonly Value[]): void {
  const [found, wanted] = [canonical(actual), allowed.map(canonical)];
  if (!wanted.includes(found)) throw new Error(`expected one of ${wanted.join(', ')}, found ${found}`);
}

/** Waits for a rejection and answers its reason; throws when there is none. */
export async function expectRejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (reason: unknown) => ({ reason }),
  );
  if ('reason' in outcome) return outcome.reason;
  throw new Error(`expected a rejection, found ${canonical(outcome.value)}`);
}

/** Throws unless the promise rejects with a ServiceError of this code. */
export async function expectRefusal(code: ServerErrorCode, promise: Promise<unknown>): Promise<void> {
  const reason = await expectRejection(promise);
  const found = reason instanceof ServiceError ? reason.code : String(reason);
  if (found !== code) throw new Error(`expected a ServiceError ${code}, found ${found}`);
}
