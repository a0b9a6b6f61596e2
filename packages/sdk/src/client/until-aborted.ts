import { MemberError } from '../member-error.ts';

/** Of a call that was given up. Not retryable: the same signal stays aborted. */
export const aborted = (signal: AbortSignal) => new MemberError('aborted', { retryable: false, cause: signal.reason });

/** Runs `work`, and rejects at once when `signal` fires, also where `fetch` or `getToken` do not listen to it. */
export function untilAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (!signal) return work();
  return new Promise((resolve, reject) => {
    const abort = () => reject(aborted(signal));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    void work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
