import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('task-worker.ts', import.meta.url));

/** A process that waits to be told to work. */
export interface TaskWorker {
  /** The tasks it began, so far. */
  readonly begun: readonly string[];
  go(): void;
  /** Resolves when it began so many. */
  until(count: number): Promise<void>;
  /** Resolves to its exit code. */
  ended(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Runs `task-worker.ts` in a process of its own and waits until it is ready. */
export async function startTaskWorker(url: string, now: string, mode: 'work' | 'hang'): Promise<TaskWorker> {
  const child = spawn(process.execPath, ['--conditions=@leavewell/source', script, url, now, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  const begun: string[] = [];
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  lines.on('line', (id) => begun.push(id));
  return {
    begun,
    go: () => void child.stdin.write('go\n'),
    until: async (count) => {
      while (begun.length < count) await once(lines, 'line');
    },
    ended: () => ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
