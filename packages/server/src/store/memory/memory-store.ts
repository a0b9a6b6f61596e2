import type { Store, StoreRows } from '../../ports/store.ts';
import { closedError } from '../store-errors.ts';
import { openTransactionScope } from '../transaction-scope.ts';
import { createMemoryRows } from './memory-rows.ts';
import type { UndoLog } from './memory-table.ts';

/**
 * A store that keeps everything in memory and forgets it with the process: for live demos, tests and first steps.
 * Runs in browsers too. Keeps the same rules of uniqueness, version and isolation as the SQL store.
 */
export function createMemoryStore(): Store {
  const undo: UndoLog = [];
  const tables = createMemoryRows(undo);
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run<T>(work: (rows: StoreRows) => Promise<T>): Promise<T> {
    const scope = openTransactionScope(tables);
    try {
      const result = await work(scope.rows);
      await scope.end();
      return result;
    } catch (error) {
      await scope.end();
      for (const takeBack of undo.reverse()) takeBack();
      throw error;
    } finally {
      undo.length = 0;
    }
  }

  return {
    transaction: async (work) => {
      if (closed) throw closedError();
      const result = last.then(() => run(work));
      last = result.catch(() => undefined);
      return result;
    },
    describe: () => 'memory, nothing survives the process',
    close: async () => {
      closed = true;
      await last;
    },
  };
}
