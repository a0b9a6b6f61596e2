import { Agent, request, type IncomingMessage } from 'node:http';

/** One request. */
export interface Asked {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Sends requests over connections of its own. */
export interface Client {
  /** Null when no whole answer came back: what happened is not known. */
  ask(asked: Asked): Promise<Answer | null>;
  /** Throws when no whole answer comes back. */
  sure(asked: Asked): Promise<Answer>;
  close(): void;
}

function exchange(
  agent: Agent,
  { url, method = 'GET', headers = {}, body }: Asked,
  timeoutMs: number,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const length =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { agent, method, headers: { ...length, ...headers }, timeout: timeoutMs }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', () => resolve(null));
      answer.on('close', () => {
        const { statusCode = 0, headers: said, complete } = answer;
        resolve(complete ? { status: statusCode, headers: said, text: Buffer.concat(pieces).toString() } : null);
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(null));
    sent.end(body);
  });
}

/** A client with at most so many connections, one when absent, which it keeps open. */
export function createClient({ connections = 1, timeoutMs = 20_000 } = {}): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = (asked: Asked): Promise<Answer | null> => exchange(agent, asked, timeoutMs);
  return {
    ask,
    sure: async (asked) => {
      const answer = (await ask(asked)) ?? (await ask(asked));
      if (answer === null) throw new Error(`${asked.method ?? 'GET'} ${asked.url}: no answer`);
      return answer;
    },
    close: () => agent.destroy(),
  };
}
