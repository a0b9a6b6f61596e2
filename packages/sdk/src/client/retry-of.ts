import { isHTTPError, type RetryOptions } from 'ky';
import { failureOf, retryableStatuses } from './failure-of.ts';
import type { CommandOptions } from './member-client.ts';

/** How long to wait, in milliseconds. */
export interface Pace {
  /** For one answer. */
  readonly timeout: number;
  /** Before the first repeat at most; before the second at most twice as long. */
  readonly retryDelay: number;
  /** At most, where the server says how long in `Retry-After`. */
  readonly maxRetryAfter: number;
}

/** The pace of every client outside of tests. */
export const defaultPace: Pace = { timeout: 10_000, retryDelay: 300, maxRetryAfter: 10_000 };

/**
 * When to send again: where nothing changes, or where the idempotency key makes two one. A code is never sent twice,
 * nor a try at one used up, without the member.
 */
export function retryOf(method: string, { signal, idempotencyKey }: Partial<CommandOptions>, pace: Pace): RetryOptions {
  return {
    limit: method === 'GET' || idempotencyKey ? 2 : 0,
    methods: [method],
    statusCodes: retryableStatuses,
    afterStatusCodes: retryableStatuses,
    maxRetryAfter: pace.maxRetryAfter,
    delay: (attempt) => pace.retryDelay * attempt,
    jitter: true,
    async shouldRetry({ error }) {
      if (signal?.aborted) return false;
      if (!isHTTPError(error)) return true;
      // Undefined, not true: ky then looks at `Retry-After`.
      return (await failureOf(error)).retryable ? undefined : false;
    },
  };
}
