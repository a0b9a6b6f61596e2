import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { aptInstall } from '../../scripts/browsers.ts';
import { freePort } from '../free-port.ts';

const driver = '/usr/bin/WebKitWebDriver';
const patienceMs = 20_000;

/** A page in WebKit, driven by the commands of W3C WebDriver. */
export interface WebKitSession {
  goTo(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run(script: string): Promise<unknown>;
  /** Runs it until it returns something that is true. */
  until(script: string): Promise<unknown>;
  close(): Promise<void>;
}

async function send(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  throw new Error(`WebDriver answered ${response.status}: ${JSON.stringify(value)}`);
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end && child.exitCode === null; await pause(100)) {
    if (await send('GET', `${url}/status`).then(() => true, () => false)) return;
  }
  throw new Error(`${driver} did not start`);
}

/** Opens a WebKit without a screen; on Debian or Ubuntu, and as root, it is installed where it is missing. */
export async function openWebKit(): Promise<WebKitSession> {
  if (!existsSync(driver)) aptInstall(['webkit2gtk-driver', 'xvfb', 'xauth']);
  const port = await freePort();
  const child = spawn('xvfb-run', ['-a', driver, `--port=${port}`], { stdio: 'ignore', detached: true });
  const killGroup = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', killGroup);
  const at = `http://127.0.0.1:${port}`;
  await untilReady(at, child);
  const made = await send('POST', `${at}/session`, { capabilities: { alwaysMatch: {} } });
  const id = typeof made === 'object' && made !== null && 'sessionId' in made ? String(made.sessionId) : '';
  const session = `${at}/session/${id}`;
  const run = (script: string) => send('POST', `${session}/execute/sync`, { script, args: [] });
  return {
    goTo: async (url) => {
      await send('POST', `${session}/url`, { url });
    },
    run,
    until: async (script) => {
      for (const end = Date.now() + patienceMs; Date.now() < end; await pause(100)) {
        const found = await run(script);
        if (found) return found;
      }
      throw new Error(`never came in WebKit: ${script}`);
    },
    close: async () => {
      await send('DELETE', session).catch(() => undefined);
      const gone = once(child, 'exit');
      killGroup();
      await gone;
    },
  };
}
