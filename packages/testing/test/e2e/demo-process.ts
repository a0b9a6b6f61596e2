import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../campaign/free-port.ts';
import { root } from '../../scripts/places.ts';

/** How to start the demo. */
export interface DemoOptions {
  /** Where it keeps its state; a new folder when absent. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The demo, running in a process of its own. */
export interface DemoProcess {
  /** With a slash at the end. */
  readonly url: string;
  readonly folder: string;
  /** Everything it printed so far. */
  output(): string;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as when the power goes; resolves when it is gone. */
  kill(): Promise<void>;
}

/** 10:42 on 22 November 2026 in Shanghai. */
export const demoNow = '2026-11-22T02:42:00Z';

const temporaryFolders: string[] = [];

function removeFolders(): void {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
}

/** A folder that is there until the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leavewell-'));
  if (temporaryFolders.push(folder) === 1) process.on('exit', removeFolders);
  return folder;
}

/** Starts the demo's program and keeps what it prints. Of this process's settings only where programs and what was compiled are reaches it. */
export function spawnDemo(env: Readonly<Record<string, string>>): { child: ChildProcess; output: () => string } {
  const script = join(root, 'examples', 'demo', 'src', 'start.ts');
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', script], {
    cwd: root,
    env: { PATH, NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const killWithTest = () => child.kill('SIGKILL');
  process.on('exit', killWithTest);
  child.on('exit', () => process.off('exit', killWithTest));
  return { child, output: () => output };
}

/** Resolves to the address in the line `ready http://...`. */
async function readyAddress(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const url = /^ready (http:\S+)$/m.exec(output())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`the demo ended with ${child.exitCode}:\n${output()}`);
    await Promise.race([child.stdout && once(child.stdout, 'data'), once(child, 'exit')]);
  }
}

/** Starts the demo on a free port, with its clock at `demoNow`, and waits until it answers. */
export async function startDemo({ folder = temporaryFolder(), env = {} }: DemoOptions = {}): Promise<DemoProcess> {
  const PORT = String(await freePort());
  const { child, output } = spawnDemo({ PORT, LEAVEWELL_DATA: folder, LEAVEWELL_NOW: demoNow, ...env });
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill(signal);
    await gone;
    return child.exitCode;
  };
  const url = await readyAddress(child, output);
  return {
    url,
    folder,
    output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}
