import { closedError } from './store-errors.ts';

/** Lets work in until the store is closed, and closes it when the last work has ended. */
export interface ClosingGate {
  /** Throws `store_unavailable` after `close`. */
  enter<T>(work: () => Promise<T>): Promise<T>;
  /** Calls `finish` once, when nothing runs any more. */
  close(finish: () => Promise<void>): Promise<void>;
}

/** An open gate. */
export function createClosingGate(): ClosingGate {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  return {
    enter: async (work) => {
      if (closing !== undefined) throw closedError();
      const result = work();
      const settle = (): void => void running.delete(result);
      running.add(result);
      result.then(settle, settle);
      return result;
    },
    close: (finish) => (closing ??= Promise.allSettled(running).then(finish)),
  };
}
