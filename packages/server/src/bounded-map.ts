/** A map that never holds more than so many entries: what was not asked for the longest goes first. */
export interface BoundedMap<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

/** An empty map of at most `most` entries. */
export function createBoundedMap<T>(most: number): BoundedMap<T> {
  const entries = new Map<string, T>();
  const put = (key: string, value: T) => {
    entries.delete(key);
    entries.set(key, value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value !== undefined) put(key, value);
      return value;
    },
    set(key, value) {
      put(key, value);
      if (entries.size <= most) return;
      // A map keeps the order of writing, so that the first key is the one that was touched the longest ago.
      for (const oldest of entries.keys()) return void entries.delete(oldest);
    },
    delete: (key) => void entries.delete(key),
  };
}
