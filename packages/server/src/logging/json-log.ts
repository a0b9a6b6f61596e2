import { formatInstant } from '../calendar/instant.ts';
import type { LogEntry } from './log-entry.ts';
import { systemClock, type Clock } from '../ports/clock.ts';
import { cleanLog } from './clean-log.ts';

/** Where lines go, and by which clock. */
export interface JsonLogOptions {
  /** Takes one line without its end; the console when absent. */
  readonly write?: (line: string) => void;
  readonly clock?: Clock;
}

/** A log for the option `log` that writes one JSON object on one line for each entry, with the instant as `time`. */
export function jsonLog({ write = console.log, clock = systemClock }: JsonLogOptions = {}): (
  entry: LogEntry,
) => void {
  return cleanLog((entry) => write(JSON.stringify({ time: formatInstant(clock.now()), ...entry })));
}
