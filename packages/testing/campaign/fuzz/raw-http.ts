import { connect } from 'node:net';

/** A request as bytes: nothing of it is checked or put right on the way. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as they stand in the first line. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | null;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

function bytesOf({ method, target, headers, body }: RawRequest, port: number): Buffer {
  const length: [string, string][] = body ? [['content-length', String(body.length)]] : [];
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...[['host', `127.0.0.1:${port}`], ...headers, ...length, ['connection', 'close']].map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body ?? Buffer.alloc(0)]);
}

function unchunk(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16);
    if (!(size > 0)) break;
    pieces.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(pieces);
}

function parse(bytes: Buffer): RawAnswer | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const rest = bytes.subarray(end + 4);
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest;
  return { status: Number(first.split(' ')[1]), headers, text: body.toString() };
}

/** Sends bytes to a port of this machine and reads until the end; null when there was no answer. */
export function sendRaw(port: number, request: RawRequest): Promise<RawAnswer | null> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (piece) => pieces.push(piece));
    // The server may refuse a large body before it is read; what it said is in already.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parse(Buffer.concat(pieces))));
    socket.write(bytesOf(request, port));
  });
}
