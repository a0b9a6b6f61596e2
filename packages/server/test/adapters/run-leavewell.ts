import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A finished run of the command. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** A run of the command. */
export interface Running {
  /** Everything printed up to the line that starts with `ready`, and the address in it. */
  ready(): Promise<{ readonly lines: readonly string[]; readonly url: string }>;
  /** Ends it as a supervisor would. */
  stop(): Promise<Finished>;
  readonly finished: Promise<Finished>;
}

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** Runs `leavewell` from its source with these arguments and variables. */
export function runLeavewell(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', bin, ...args], { env: { ...env } });
  const lines: string[] = [];
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const finished = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, output })));
  const ready = new Promise<{ lines: string[]; url: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('ready ')) resolve({ lines, url: line.slice('ready '.length) });
    });
    void finished.then(({ code }) => reject(new Error(`ended with ${code} before it was ready: ${output}`)));
  });
  ready.catch(() => undefined);
  return {
    ready: () => ready,
    stop: () => {
      child.kill('SIGTERM');
      return finished;
    },
    finished,
  };
}
