import { setTimeout as wait } from 'node:timers/promises';
import { serve, type RunningServer } from '@leavewell/server/node';
import { DemoSettingsError, type DemoSettings } from './demo-settings.ts';

const hostname = '127.0.0.1';
const portsToTry = 100;
const retryMs = 100;
const patienceMs = 3_000;

type Handler = (request: Request) => Promise<Response>;

/** Null when somebody else listens there. */
async function tryPort(handler: Handler, port: number): Promise<RunningServer | null> {
  try {
    return await serve({ handler, port, hostname });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new DemoSettingsError(`PORT is ${port}, which this user may not listen on. Give one above 1023.`);
    }
    throw error;
  }
}

/** A demo that was just killed may hold its port for another moment. */
async function listenOn(handler: Handler, port: number): Promise<RunningServer> {
  for (let waited = 0; waited <= patienceMs; waited += retryMs) {
    const server = await tryPort(handler, port);
    if (server) return server;
    await wait(retryMs);
  }
  throw new DemoSettingsError(`PORT is ${port}, which is in use. Give another one, or leave PORT out to take the next free one.`);
}

/** Where the site may come to be reached, by the name that passkeys belong to. */
export function possibleOrigins({ port, portIsFixed }: Pick<DemoSettings, 'port' | 'portIsFixed'>): string[] {
  return Array.from({ length: portIsFixed ? 1 : portsToTry }, (_, index) => `http://localhost:${port + index}`);
}

/** Listens on the port that was asked for; when none was, on the first free one from there. */
export async function listen(handler: Handler, { port, portIsFixed }: DemoSettings): Promise<RunningServer> {
  if (portIsFixed) return listenOn(handler, port);
  for (let next = port; next < port + portsToTry; next += 1) {
    const server = await tryPort(handler, next);
    if (server) return server;
  }
  throw new DemoSettingsError(`PORT was not given and ${port} to ${port + portsToTry - 1} are all in use. Give a free one.`);
}
