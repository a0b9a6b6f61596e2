import type { Store, StoreReads, StoreRows } from '../../ports/store.ts';
import { createClosingGate } from '../closing-gate.ts';
import { openScope } from '../open-scope.ts';
import { createMemoryRows } from './memory-rows.ts';
import type { UndoLog } from './memory-table.ts';

/**
 * A store that keeps everything in memory and forgets it with the process: for live demos, tests and first steps.
 * Runs in browsers too. Keeps the same rules of uniqueness, version and isolation as the SQL store.
 */
export function createMemoryStore(): Store {
  const undo: UndoLog = [];
  const tables = createMemoryRows(undo);
  const reads: StoreReads = tables;
  const gate = createClosingGate();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: whoever comes next finds all of a transaction or nothing of it. */
  function queue<T>(run: () => Promise<T>): Promise<T> {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
  }

  async function transact<T>(work: (rows: StoreRows) => Promise<T>): Promise<T> {
    try {
      return await openScope(tables, work);
    } catch (error) {
      for (const takeBack of undo.reverse()) takeBack();
      throw error;
    } finally {
      undo.length = 0;
    }
  }

  return {
    transaction: (work) => gate.enter(() => queue(() => transact(work))),
    read: (work) => gate.enter(() => openScope(reads, work, queue)),
    describe: () => 'memory, nothing survives the process',
    close: () => gate.close(async () => {}),
  };
}
