import { requireSecret } from '../require-secret.ts';
import { objectOf, textOf } from '../wire-value.ts';
import { paddleRefusal, unclear } from './translate-error.ts';

/** How to reach Paddle Billing. */
export interface PaddleClientOptions {
  /** An API key that may read and write subscriptions and read transactions and adjustments; `PADDLE_API_KEY`. */
  readonly apiKey: string;
  /** `https://api.paddle.com` when absent; `https://sandbox-api.paddle.com` for trials. */
  readonly apiUrl?: string;
  /** For one request, to the last byte of its answer; 12,000 when absent. A command takes three at most. */
  readonly timeoutMs?: number;
  /** The runtime's own when absent. */
  readonly fetch?: typeof fetch;
}

/** One request: a path with its query, and what is sent as JSON. */
export interface PaddleRequest {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, string | null>>;
}

/** What Paddle answered. */
export interface PaddleAnswer {
  readonly data: unknown;
  readonly requestId: string | null;
  /** The path and query of the next page, when there is one. */
  readonly next: string | null;
}

/** Sends each request once. Rejects with ServiceError alone. */
export type PaddleClient = (request: PaddleRequest) => Promise<PaddleAnswer>;

/** The version of Paddle's API whose words are asked for and answered ("Versioning"). */
export const paddleApiVersion = '1';

const TIMEOUT_MS = 12_000;

/** A client that sends nothing twice: Paddle has no idempotency keys, so that the caller reads before it writes. */
export function paddleClient(options: PaddleClientOptions): PaddleClient {
  const { apiUrl = 'https://api.paddle.com', timeoutMs = TIMEOUT_MS, fetch: send = fetch } = options;
  const headers = {
    authorization: `Bearer ${requireSecret(options.apiKey, 'PADDLE_API_KEY')}`,
    'paddle-version': paddleApiVersion,
    'content-type': 'application/json',
  };
  return async ({ method, path, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const init = {
      method,
      headers,
      signal,
      redirect: 'error',
      ...(body ? { body: JSON.stringify(body) } : {}),
    } as const;
    const response = await send(`${apiUrl}${path}`, init).catch(unanswered);
    return answerOf(response, await response.json().catch(unanswered));
  };
}

function unanswered(cause: unknown): never {
  throw unclear('Paddle did not answer in its own words', cause);
}

function answerOf({ ok, status }: Response, body: unknown): PaddleAnswer {
  const { data, error, meta } = objectOf(body);
  const requestId = textOf(objectOf(meta)['request_id']);
  if (!ok) throw paddleRefusal(status, error, requestId);
  return { data, requestId, next: nextPage(objectOf(meta)['pagination']) };
}

/** Only path and query are taken from the address: the key goes nowhere but to the host that was configured. */
function nextPage(pagination: unknown): string | null {
  const { has_more, next } = objectOf(pagination);
  const url = has_more === true ? URL.parse(textOf(next) ?? '') : null;
  return url === null ? null : `${url.pathname}${url.search}`;
}
