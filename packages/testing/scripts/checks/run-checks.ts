import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../places.ts';
import type { Check, CheckResult } from './check.ts';

const MINUTES_PER_COMMAND = 14;

/** What running checks needs to know of the world. */
export interface RunOptions {
  readonly cwd: string;
  /** How many checks run at a time. */
  readonly lanes: number;
  /** Called as soon as a check ends. */
  readonly onResult: (result: CheckResult) => void;
}

const running = new Set<ChildProcess>();

/** Ends every command under way, for when the run itself is ended. */
export function stopChecks(): void {
  for (const child of running) child.kill('SIGTERM');
}

function runCommand(args: readonly string[], cwd: string): Promise<{ ok: boolean; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MINUTES_PER_COMMAND * 60_000,
    // Hundreds of test files load the same modules, each in a process of its own: compiled once is enough.
    env: { ...process.env, FORCE_COLOR: '0', NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled') },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  running.add(child);
  return new Promise((resolve) => {
    const end = (ok: boolean, note: string): void => {
      running.delete(child);
      resolve({ ok, output: Buffer.concat(chunks).toString() + note });
    };
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `ended by ${signal}\n`));
  });
}

async function runCheck({ name, commands }: Check, cwd: string): Promise<CheckResult> {
  const start = performance.now();
  let ok = true;
  let output = '';
  for (const args of commands) {
    const result = await runCommand(args, cwd);
    output += result.output;
    ok &&= result.ok;
  }
  return { name, ok, output, seconds: (performance.now() - start) / 1000 };
}

/** Runs every check, a few at a time, each after those it reads from; a failure stops nothing. */
export async function runChecks(checks: readonly Check[], { cwd, lanes, onResult }: RunOptions): Promise<CheckResult[]> {
  const waiting = [...checks];
  const under = new Map<string, Promise<void>>();
  const results: CheckResult[] = [];
  const isReady = ({ after = [] }: Check): boolean =>
    after.every((name) => !under.has(name) && !waiting.some((check) => check.name === name));
  const start = async (check: Check): Promise<void> => {
    const result = await runCheck(check, cwd);
    under.delete(check.name);
    results.push(result);
    onResult(result);
  };
  while (waiting.length > 0 || under.size > 0) {
    const next = under.size < lanes ? waiting.findIndex(isReady) : -1;
    const [check] = next === -1 ? [] : waiting.splice(next, 1);
    if (check !== undefined) under.set(check.name, start(check));
    else if (under.size > 0) await Promise.race(under.values());
    else throw new Error(`These checks wait for each other: ${waiting.map(({ name }) => name).join(', ')}`);
  }
  return results;
}
