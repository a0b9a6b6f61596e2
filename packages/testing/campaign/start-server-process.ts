import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../scripts/places.ts';
import type { ServerSettings } from './server-settings.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** From the start of the process until it was ready, in milliseconds. */
  readonly readyMs: number;
  /** Collects garbage and says how many bytes of the heap are in use. */
  usedHeap(): Promise<number>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

const programs = join(root, 'packages', 'testing', 'campaign');
const readyWithinMs = 30_000;

async function waitUntilReady(child: ChildProcess): Promise<string> {
  let output = '';
  child.stdout?.setEncoding('utf8');
  const onData = (text: string) => {
    output += text;
  };
  child.stdout?.on('data', onData);
  child.stderr?.on('data', (piece: Buffer) => onData(piece.toString()));
  const deadline = AbortSignal.timeout(readyWithinMs);
  try {
    for (;;) {
      const url = /^ready (http:\S+)$/m.exec(output)?.[1];
      if (url !== undefined) return url;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('it ended');
      if (child.stdout) await Promise.race([once(child.stdout, 'data', { signal: deadline }), once(child, 'exit')]);
    }
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`the server process did not get ready:\n${output}`, { cause: error });
  } finally {
    child.stdout?.off('data', onData);
  }
}

function usedHeapOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(Number(Object(answer).heap)));
    child.once('exit', () => reject(new Error('the server process ended')));
    child.send('heap');
  });
}

/** A program of the campaign in a process of its own. */
export interface Program {
  /** Its file below the campaign's folder. */
  readonly file: string;
  /** What it is told, in variables; nothing else of this process's settings reaches it but PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything it prints is added there. */
  readonly logFile: string;
}

/** Starts a program that prints `ready <url>`, and resolves when it does. */
export async function startProgram({ file, env, logFile }: Program): Promise<ServerProcess> {
  await mkdir(dirname(logFile), { recursive: true });
  const start = performance.now();
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', '--expose-gc', join(programs, file)], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const killWithUs = () => child.kill('SIGKILL');
  process.on('exit', killWithUs);
  child.once('close', () => {
    process.off('exit', killWithUs);
    log.end();
  });
  const url = await waitUntilReady(child);
  return {
    url,
    port: Number(new URL(url).port),
    readyMs: performance.now() - start,
    usedHeap: () => usedHeapOf(child),
    kill: async () => {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Starts a server process and resolves when it is ready. */
export function startServerProcess(settings: ServerSettings, logFile: string): Promise<ServerProcess> {
  return startProgram({ file: 'server-process.ts', env: { CAMPAIGN_SERVER: JSON.stringify(settings) }, logFile });
}
