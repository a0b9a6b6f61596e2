/// <reference types="node" />
import { createHmac } from 'node:crypto';
import type { WireJson } from './double-faults.ts';

/** One exchange with a double. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  readonly status: number;
  readonly answer: WireJson;
}

/** How often something happened, by name. */
export interface Tally {
  add(name: string | null): void;
  of(name: string): number;
  /** All together. */
  readonly total: number;
}

/** Counts from nothing. */
export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name) => {
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    of: (name) => counts.get(name) ?? 0,
    get total() {
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}

/** A notice as it is posted. */
export interface DoubleNotice {
  readonly type: string;
  readonly body: string;
  readonly headers: Headers;
}

/** HMAC SHA-256 in hexadecimal. */
export function hmacOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
