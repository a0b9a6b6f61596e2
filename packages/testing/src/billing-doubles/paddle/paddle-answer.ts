import type { WireJson } from '../double-faults.ts';
import type { PaddleState } from './paddle-state.ts';

/** A status with its JSON, before the request's identifier is put in. */
export interface PaddleAnswer {
  readonly status: number;
  /** The subscription that a write was carried out on. */
  readonly about?: PaddleState;
  readonly data?: unknown;
  readonly pagination?: WireJson;
  readonly error?: WireJson;
}

/** An error as Paddle writes it ("Errors"). */
export function paddleError(status: number, code: string, detail: string): PaddleAnswer {
  const type = status >= 500 || status === 429 ? 'api_error' : 'request_error';
  return { status, error: { type, code, detail, documentation_url: `https://developer.paddle.com/errors/${code}` } };
}

/** What Paddle does not have. */
export function noSuch(): PaddleAnswer {
  return paddleError(404, 'not_found', 'Unable to find the entity');
}
