import type { LogEntry } from './log-entry.ts';
import { describeError } from './describe-error.ts';
import { scrub } from './scrub.ts';

/** A log that hands on what it is given without secrets and personal data; errors become data. */
export function cleanLog(log: (entry: LogEntry) => void): (entry: LogEntry) => void {
  return (entry) => {
    // What is not a failure is put together here, of names and numbers.
    if (entry.level === 'info' && entry.error === undefined) return log(entry);
    const { error, ...rest } = entry;
    log({
      ...rest,
      message: scrub(entry.message),
      ...(error === undefined ? {} : { error: describeError(error) }),
    });
  };
}
