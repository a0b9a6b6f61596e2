import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('store-writer.ts', import.meta.url));

/** What to write, and after how many acknowledgements to be killed in the middle of the work. */
export interface WriterOptions {
  /** A file for SQLite or an address of PostgreSQL. */
  readonly place: string;
  readonly name: string;
  readonly count: number;
  readonly killAfter?: number;
}

/** What a writer acknowledged, and how it ended. */
export interface WriterOutcome {
  readonly acknowledged: readonly string[];
  readonly code: number | null;
  readonly signal: string | null;
}

/** Runs `store-writer.ts` in a process of its own until it ends or is killed. */
export async function startStoreWriter({ place, name, count, killAfter }: WriterOptions): Promise<WriterOutcome> {
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', script, place, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const acknowledged: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length === killAfter) child.kill('SIGKILL');
  });
  await ended;
  return { acknowledged, code: child.exitCode, signal: child.signalCode };
}
