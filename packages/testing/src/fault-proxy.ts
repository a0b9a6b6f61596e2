/// <reference types="node" />
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What becomes of one connection. Bytes are counted over all replies on it, so a cut falls anywhere in any of them. */
export type ConnectionFate =
  | { readonly kind: 'pass' }
  /** The connection is reset before a byte of the request is passed on. */
  | { readonly kind: 'refuse' }
  /** The request goes through; the connection is reset when this many bytes of replies were passed back, 0 for none. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Replies pause once for so long after so many bytes. */
  | { readonly kind: 'stall'; readonly afterBytes: number; readonly ms: number }
  /** Replies come in small pieces with a pause before each. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number };

/** What a proxy is told. */
export interface FaultProxyOptions {
  /** The port on this machine that connections are passed on to. */
  readonly to: number;
  /** The fate of each connection, by its number from 0. */
  readonly fateOf: (connection: number) => ConnectionFate;
}

/** A TCP proxy on this machine that spoils connections by a plan. */
export interface FaultProxy {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** How many connections met each fate, counted when it happened; one that ended before its cut has passed. */
  readonly counts: Readonly<Record<ConnectionFate['kind'], number>>;
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

type Counts = Record<ConnectionFate['kind'], number>;
/** Passes a piece of a reply on, or spoils it. */
type PassBack = (piece: Buffer) => Promise<void>;

const passed = async (client: Socket, piece: Buffer): Promise<void> => {
  if (!client.destroyed && !client.write(piece)) await Promise.race([once(client, 'drain'), once(client, 'close')]);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function cutAfter(client: Socket, afterBytes: number, happened: () => void): PassBack {
  let left = afterBytes;
  return async (piece) => {
    const kept = piece.subarray(0, left);
    left -= kept.length;
    if (kept.length === piece.length) return passed(client, kept);
    happened();
    // A reset may take back what was written before it; the end of the stream does not.
    if (kept.length > 0) client.end(kept, () => client.destroy());
    else client.resetAndDestroy();
  };
}

function stallAfter(client: Socket, afterBytes: number, ms: number, happened: () => void): PassBack {
  let seen = 0;
  let stalled = false;
  return async (piece) => {
    seen += piece.length;
    if (!stalled && seen > afterBytes) {
      stalled = true;
      happened();
      await pause(ms);
    }
    await passed(client, piece);
  };
}

function dripInto(client: Socket, bytes: number, everyMs: number, happened: () => void): PassBack {
  let dripping = false;
  return async (piece) => {
    if (!dripping) happened();
    dripping = true;
    for (let at = 0; at < piece.length && !client.destroyed; at += bytes) {
      await pause(everyMs);
      await passed(client, piece.subarray(at, at + bytes));
    }
  };
}

function passBackFor(client: Socket, fate: Exclude<ConnectionFate, { kind: 'refuse' }>, counts: Counts): PassBack {
  const happened = () => {
    counts[fate.kind] += 1;
    counts.pass -= 1;
  };
  counts.pass += 1;
  if (fate.kind === 'cut') return cutAfter(client, fate.afterBytes, happened);
  if (fate.kind === 'stall') return stallAfter(client, fate.afterBytes, fate.ms, happened);
  if (fate.kind === 'drip') return dripInto(client, fate.bytes, fate.everyMs, happened);
  return (piece) => passed(client, piece);
}

/** Joins a client with the server behind; requests go through untouched. */
function join(client: Socket, server: Socket, passBack: PassBack): void {
  // In order, and one after the other: a pause holds back what follows.
  let last = Promise.resolve();
  client.on('data', (piece: Buffer) => server.write(piece));
  server.on('data', (piece: Buffer) => {
    last = last.then(() => passBack(piece));
  });
  server.on('end', () => {
    last = last.then(() => void client.end());
  });
  client.on('end', () => server.end());
  client.on('close', () => server.destroy());
  server.on('close', () => {
    last = last.then(() => void client.destroySoon());
  });
  // What went wrong shows as a lost reply at the client, which is what this is for.
  for (const socket of [client, server]) socket.on('error', () => undefined);
}

/** Starts a proxy on a free port of this machine. */
export async function startFaultProxy({ to, fateOf }: FaultProxyOptions): Promise<FaultProxy> {
  const counts: Counts = { pass: 0, refuse: 0, cut: 0, stall: 0, drip: 0 };
  const open = new Set<Socket>();
  let connections = 0;
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    return socket.setNoDelay(true);
  };
  const listener = createServer((client) => {
    const fate = fateOf(connections++);
    keep(client);
    if (fate.kind !== 'refuse') return join(client, keep(connect(to, '127.0.0.1')), passBackFor(client, fate, counts));
    counts.refuse += 1;
    client.on('error', () => undefined);
    client.resetAndDestroy();
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('fault proxy: no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    counts,
    close: async () => {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
