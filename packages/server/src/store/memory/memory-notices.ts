import type { StoreRows } from '../../ports/store.ts';
import { noticeMemoryMs } from '../notice-memory.ts';
import { createMemoryTable, type UndoLog } from './memory-table.ts';

interface StoredNotice {
  readonly provider: string;
  readonly id: string;
  readonly notedAtMs: number;
}

/** The notices of billing companies, in memory. */
export function memoryNotices(undo: UndoLog): Pick<StoreRows, 'noteWebhook'> {
  const notices = createMemoryTable<StoredNotice>(undo, ({ provider, id }) => [provider, id]);

  return {
    noteWebhook: async (provider, id, now) => {
      const notedAtMs = Date.parse(now);
      const isOld = (row: StoredNotice): boolean => row.notedAtMs <= notedAtMs - noticeMemoryMs;
      for (const old of notices.select(isOld, () => 0, Number.POSITIVE_INFINITY)) notices.delete(old.provider, old.id);
      if (notices.has(provider, id)) return false;
      notices.set({ provider, id, notedAtMs });
      return true;
    },
  };
}
