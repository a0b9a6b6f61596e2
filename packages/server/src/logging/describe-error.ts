import { scrub } from './scrub.ts';

/** An error as it may be logged. */
export interface LoggedError {
  readonly name: string;
  readonly message: string;
  /** Where it was thrown. */
  readonly stack?: string;
  /** A code of the system or of a library, such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly cause?: LoggedError | string;
}

const mostCauses = 4;

/** The lines of a stack that say where; the ones before them repeat the message. */
function framesOf(stack: string, message: string): string {
  const end = message === '' ? -1 : stack.indexOf(message);
  const rest = end === -1 ? stack : stack.slice(end + message.length);
  return rest
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function textOf(from: object, field: string): string | undefined {
  const value: unknown = Reflect.get(from, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * What was thrown, as data, without secrets and personal data: `words` are those that were given to whoever threw it,
 * because companies and gateways like to repeat what they were sent.
 */
export function describeError(thrown: unknown, words: readonly string[] = [], depth = 0): LoggedError | string {
  if (typeof thrown !== 'object' || thrown === null) return scrub(String(thrown), words);
  const message = textOf(thrown, 'message') ?? '';
  const [stack, code] = [textOf(thrown, 'stack'), textOf(thrown, 'code')];
  const cause: unknown = Reflect.get(thrown, 'cause');
  const hasCause = cause !== undefined && cause !== null && depth < mostCauses;
  return {
    name: scrub(textOf(thrown, 'name') ?? thrown.constructor?.name ?? 'Error', words),
    message: scrub(message, words),
    ...(stack === undefined ? {} : { stack: scrub(framesOf(stack, message)) }),
    ...(code === undefined ? {} : { code: scrub(code, words) }),
    ...(hasCause ? { cause: describeError(cause, words, depth + 1) } : {}),
  };
}
