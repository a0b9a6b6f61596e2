import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { root } from '../../scripts/places.ts';

/** `leavewell serve` in a process of its own. */
export interface ServeProcess {
  /** The address it printed, with the mount path. */
  readonly url: string;
  output(): string;
  kill(): Promise<void>;
}

/** Starts it with these arguments and variables, and waits until it answers. */
export async function startServe(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServeProcess> {
  const bin = join(root, 'packages', 'server', 'src', 'bin.ts');
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', bin, 'serve', '--port', '0', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const killWithTest = () => child.kill('SIGKILL');
  process.on('exit', killWithTest);
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    child.once('exit', (code) => reject(new Error(`leavewell serve ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    kill: async () => {
      process.off('exit', killWithTest);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
