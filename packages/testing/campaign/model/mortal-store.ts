import type { Store } from '@leavewell/server';

/** When a process is lost: at which of its next transactions, and whether that one was committed. */
export interface Death {
  /** 1 for the next. */
  readonly atTransaction: number;
  readonly committed: boolean;
}

/** A store as one process sees it, which can be lost at any transaction; the rows live on for the next process. */
export interface MortalStore extends Store {
  dieAt(death: Death): void;
  /** Resolves when the process is lost. */
  readonly died: Promise<void>;
}

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** Wraps a store that outlives this process. What a lost process waits for never comes. */
export function mortalStore(store: Store): MortalStore {
  const died = Promise.withResolvers<void>();
  let left = Infinity;
  let committed = false;
  let isDead = false;
  return {
    ...store,
    died: died.promise,
    dieAt: (death) => {
      left = death.atTransaction;
      committed = death.committed;
    },
    transaction: async (work) => {
      if (isDead) return never();
      left -= 1;
      if (left > 0) return store.transaction(work);
      isDead = true;
      if (committed) await store.transaction(work).catch(() => undefined);
      died.resolve();
      return never();
    },
    read: (work) => (isDead ? never() : store.read(work)),
  };
}
