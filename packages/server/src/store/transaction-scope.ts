import type { StoreRows } from '../ports/store.ts';

/** The rows as one `work` sees them. */
export interface TransactionScope {
  readonly rows: StoreRows;
  /** Refuses further calls and waits for those under way. Call it before commit and before rollback. */
  end(): Promise<void>;
}

/**
 * Keeps every call of a `work` inside its transaction, also one it did not wait for: `Promise.all` rejects at the first
 * failure and leaves the rest running, and a row written after the rollback would stay.
 */
export function openTransactionScope(rows: StoreRows): TransactionScope {
  const running = new Set<Promise<unknown>>();
  let ended = false;

  async function call(method: () => unknown): Promise<unknown> {
    if (ended) throw new Error('the transaction has ended; await every call on its rows');
    return method();
  }

  const scoped = new Proxy(rows, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => {
        const result = call(() => Reflect.apply(method, target, parameters));
        const settle = (): void => void running.delete(result);
        running.add(result);
        result.then(settle, settle);
        return result;
      };
    },
  });

  return {
    rows: scoped,
    end: async () => {
      ended = true;
      await Promise.allSettled(running);
    },
  };
}
