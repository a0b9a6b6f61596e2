/// <reference types="node" />
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Handler } from '../handler.ts';

export { nodeWebhookTransport, type NodeWebhookOptions } from '../webhooks/out/node-transport.ts';

/** What to serve, and where. */
export interface ServeOptions {
  readonly handler: Handler;
  /** 0 for any free port. */
  readonly port: number;
  /** The address to listen on; every address of the machine when absent. */
  readonly hostname?: string;
}

/** A server that is listening. */
export interface RunningServer {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string;
  /** Takes no new requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Serves a handler over HTTP/1.1 on Node. Rejects when it cannot listen, for example because the port is in use. */
export async function serve({ handler, port, hostname }: ServeOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => handler(request, { address: incoming.socket.remoteAddress }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  return {
    url: urlOf(server.address(), hostname),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function urlOf(address: AddressInfo | string | null, hostname = 'localhost'): string {
  if (address === null || typeof address === 'string') throw new TypeError('serve: the server has no TCP address');
  return `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${address.port}`;
}
