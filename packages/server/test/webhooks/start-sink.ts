import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';

/** One delivery as it arrived. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A host's backend that takes deliveries on the own machine, and has faults by path. */
export interface Sink {
  readonly port: number;
  /** Scheme, host and port, by a name that is the own machine everywhere. */
  readonly url: string;
  readonly received: readonly Received[];
  /** How many connections it has taken, also those that sent nothing. */
  connections(): number;
  /** What a path answers from now on. */
  answer(path: string, fault: Fault): void;
}

const endless = 'x'.repeat(64 * 1024);

const faults = {
  ok: (response: ServerResponse) => response.writeHead(204).end(),
  created: (response: ServerResponse) => response.writeHead(201).end('{"ok":true}'),
  fails: (response: ServerResponse) => response.writeHead(500).end('<h1>Oops</h1>'),
  refuses: (response: ServerResponse) => response.writeHead(400).end(),
  gone: (response: ServerResponse) => response.writeHead(410).end(),
  movesOn: (response: ServerResponse) => response.writeHead(302, { location: '/ok' }).end(),
  movesInside: (response: ServerResponse) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
  busy: (response: ServerResponse) => response.writeHead(503, { 'retry-after': '120' }).end(),
  never: () => undefined,
  resets: (response: ServerResponse) => response.socket?.resetAndDestroy(),
  garbage: (response: ServerResponse) => response.socket?.end('I am no HTTP server\r\n\r\n'),
  talksOn: (response: ServerResponse) => {
    const more = () => {
      while (!response.destroyed && response.write(endless));
    };
    response.writeHead(200).on('drain', more);
    more();
  },
} as const satisfies Record<string, (response: ServerResponse) => unknown>;

/** How a sink answers. */
export type Fault = keyof typeof faults;

/** Starts a sink that every path of answers `ok` until told otherwise, and stops it after the test. */
export async function startSink(t: TestContext): Promise<Sink> {
  const received: Received[] = [];
  const answers = new Map<string, Fault>();
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    response.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      faults[answers.get(path ?? '') ?? 'ok'](response);
    });
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return {
    port: address.port,
    url: `http://localhost:${address.port}`,
    received,
    connections: () => connections,
    answer: (path, fault) => void answers.set(path, fault),
  };
}
