/** Runs work under the same key one after the other, and under different keys at once. */
export interface KeyedMutex {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** A mutex within this process; between processes the store decides. */
export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const result = (last.get(key) ?? Promise.resolve()).then(work);
      // A failure is the caller's to handle; whoever waits next goes on either way.
      const done = result
        .catch(() => undefined)
        .finally(() => {
          if (last.get(key) === done) last.delete(key);
        });
      last.set(key, done);
      return result;
    },
  };
}
