import type { CallOptions } from '../client/member-client.ts';
import { isMemberError, MemberError } from '../member-error.ts';

/** Work of which only the newest counts. */
export interface LatestWork {
  /**
   * Does `work` and then `done` or `failed`, unless newer work began or `stop()` was called in the meantime.
   * Resolves when all of it is over.
   */
  run<T>(
    work: (options: CallOptions) => Promise<T>,
    done: (value: T) => void | Promise<void>,
    failed: (error: MemberError) => void | Promise<void>,
  ): Promise<void>;
  /** Makes the answer of what is under way stale, and aborts it if it listens. */
  stop(): void;
}

/** A client of the page's own may reject with anything. */
function asMemberError(error: unknown): MemberError {
  return isMemberError(error) ? error : new MemberError('invalid_response', { retryable: false, cause: error });
}

/** Keeps late answers from changing what the member sees. Some mini programs have no `AbortController`. */
export function createLatestWork(): LatestWork {
  let latest: { controller?: AbortController } = {};

  function begin() {
    latest.controller?.abort();
    return (latest = typeof AbortController === 'undefined' ? {} : { controller: new AbortController() });
  }

  return {
    async run(work, done, failed) {
      const mine = begin();
      let settle: () => void | Promise<void>;
      try {
        const value = await work(mine.controller ? { signal: mine.controller.signal } : {});
        settle = () => done(value);
      } catch (error) {
        mine.controller?.abort();
        settle = () => failed(asMemberError(error));
      }
      if (mine === latest) await settle();
    },
    stop: begin,
  };
}
