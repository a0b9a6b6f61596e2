/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Outcome } from './double-faults.ts';

/** A double that listens. */
export interface RunningDouble {
  /** `http://127.0.0.1:…` without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Closes it at once, with all connections. */
  close(): Promise<void>;
}

type Play = (request: Request) => Promise<Outcome>;

const DRIP_EVERY_MS = 20;

/** Listens on this machine alone. Port 0 is any free one. */
export async function startDouble(play: Play, { port = 0 }: { readonly port?: number } = {}): Promise<RunningDouble> {
  const server = createServer((incoming, outgoing) => {
    respond(play, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** The double as a function, for callers without a network: silence lasts until the request is given up. */
export async function answerWithout(play: Play, request: Request): Promise<Response> {
  const outcome = await play(request);
  if (outcome.kind === 'answer') return outcome.response;
  if (outcome.kind === 'reset') throw new TypeError('fetch failed');
  return new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });
}

async function respond(play: Play, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const outcome = await play(await requestOf(incoming));
  if (outcome.kind === 'silence') return;
  if (outcome.kind === 'reset') {
    incoming.socket.resetAndDestroy();
    return;
  }
  const { response } = outcome;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (outcome.kind === 'drip') drip(outgoing);
  else outgoing.end(await response.text());
}

/** Spaces before JSON mean nothing, so that nobody can tell that this never becomes an answer. */
function drip(outgoing: ServerResponse): void {
  const timer = setInterval(() => outgoing.write(' '), DRIP_EVERY_MS);
  outgoing.once('close', () => clearInterval(timer));
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  const body = method === 'GET' ? null : Buffer.concat(chunks);
  return new Request(`http://127.0.0.1${incoming.url}`, { method, headers, body });
}
