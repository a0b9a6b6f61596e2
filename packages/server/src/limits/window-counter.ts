import type { LimitRule } from './limit-table.ts';

/** Counts in the memory of this process, in windows of time that begin with the first of each. */
export interface WindowCounter {
  /** Counts one more for `key` and tells when to come back, in milliseconds of the epoch; null while it is allowed. */
  count(key: string, now: number): number | null;
}

interface Window {
  readonly endsAt: number;
  count: number;
}

/** Whoever sends from more addresses than this pushes the oldest counts out, and not the server out of memory. */
const mostKeys = 50_000;

/** A counter that allows everything where there is no rule. */
export function createWindowCounter(rule: LimitRule | null): WindowCounter {
  const windows = new Map<string, Window>();

  const begin = (key: string, now: number): Window => {
    // Written anew at the end: the map stays in the order in which windows end, so that the first is the oldest.
    windows.delete(key);
    for (const [oldest, { endsAt }] of windows) {
      if (endsAt > now && windows.size < mostKeys) break;
      windows.delete(oldest);
    }
    const window = { endsAt: now + (rule?.seconds ?? 0) * 1000, count: 0 };
    windows.set(key, window);
    return window;
  };

  return {
    count(key, now) {
      if (rule === null) return null;
      const running = windows.get(key);
      const window = running && running.endsAt > now ? running : begin(key, now);
      window.count += 1;
      return window.count > rule.most ? window.endsAt : null;
    },
  };
}
