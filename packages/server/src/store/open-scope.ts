type Run = (call: () => Promise<unknown>) => Promise<unknown>;

/**
 * Runs `work` and keeps every call of it inside, also one it did not wait for: `Promise.all` rejects at the first
 * failure and leaves the rest running, and a row written after the rollback would stay. Ends when they have; from then
 * on the rows refuse every call.
 * @param run - makes the calls; a caller may let them wait in line
 */
export async function openScope<Rows extends object, T>(
  rows: Rows,
  work: (rows: Rows) => Promise<T>,
  run: Run = (call) => call(),
): Promise<T> {
  const running = new Set<Promise<unknown>>();
  let ended = false;

  async function call(method: () => unknown): Promise<unknown> {
    if (ended) throw new Error('the work on the store has ended; await every call on its rows');
    return method();
  }

  const scoped = new Proxy(rows, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => {
        const result = run(() => call(() => Reflect.apply(method, target, parameters)));
        const settle = (): void => void running.delete(result);
        running.add(result);
        result.then(settle, settle);
        return result;
      };
    },
  });

  try {
    return await work(scoped);
  } finally {
    ended = true;
    await Promise.allSettled(running);
  }
}
