import { formatInstant } from '../../calendar/instant.ts';
import type { Count, CountedUse, StoreRows } from '../../ports/store.ts';
import { createMemoryTable, type UndoLog } from './memory-table.ts';

interface StoredCount {
  readonly tenantId: string;
  readonly key: string;
  readonly count: number;
  readonly resetsAtMs: number;
}

/** Counters in memory. */
export function memoryUses(undo: UndoLog): Pick<StoreRows, 'countUse' | 'readCount' | 'forgetUses'> {
  const counts = createMemoryTable<StoredCount>(undo, ({ tenantId, key }) => [tenantId, key]);

  /** What runs, or a window that would begin now. */
  function current({ tenantId, key, now, windowSeconds }: CountedUse): StoredCount {
    const nowMs = Date.parse(now);
    const stored = counts.get(tenantId, key);
    if (stored !== undefined && stored.resetsAtMs > nowMs) return stored;
    return { tenantId, key, count: 0, resetsAtMs: nowMs + windowSeconds * 1000 };
  }

  function forgetPast({ tenantId, now }: CountedUse): void {
    const past = counts.select(
      (row) => row.tenantId === tenantId && row.resetsAtMs <= Date.parse(now),
      () => 0,
      Number.POSITIVE_INFINITY,
    );
    for (const { key } of past) counts.delete(tenantId, key);
  }

  const told = ({ count, resetsAtMs }: StoredCount): Count => ({
    count,
    resetsAt: formatInstant(new Date(resetsAtMs)),
  });

  return {
    countUse: async (use) => {
      const before = current(use);
      const counted = { ...before, count: before.count + 1 };
      if (before.count === 0) forgetPast(use);
      counts.set(counted);
      return told(counted);
    },
    readCount: async (use) => told(current(use)),
    forgetUses: async ({ tenantId, key }) => counts.delete(tenantId, key),
  };
}
