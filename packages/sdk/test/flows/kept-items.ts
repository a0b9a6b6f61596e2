import type { IntentStorage } from '../../src/index.ts';

/** A storage as a browser has it, and what is in it. */
export interface KeptItems extends IntentStorage {
  readonly items: Map<string, string>;
}

/** The storage of one browser: give the same to two flows for two tabs, or for a page that is loaded again. */
export function keptItems(): KeptItems {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}
