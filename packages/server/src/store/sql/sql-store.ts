import type { Kysely } from 'kysely';
import type { Store, StoreRows } from '../../ports/store.ts';
import { closedError } from '../store-errors.ts';
import { openTransactionScope } from '../transaction-scope.ts';
import { intentRows } from './intent-rows.ts';
import { memberRows } from './member-rows.ts';
import { membershipRows } from './membership-rows.ts';
import { outboxRows } from './outbox-rows.ts';
import { receiptRows } from './receipt-rows.ts';
import type { SqlTables } from './sql-tables.ts';
import { verificationRows } from './verification-rows.ts';

/** What one database engine adds to the shared SQL. */
export interface SqlEngine {
  /** Engine, version, place and the durability in force. */
  readonly description: string;
  /** Turns the driver's own errors into a ServiceError where one fits; answers any other error as it is. */
  translateError(error: unknown): unknown;
  /** Called once, when no transaction runs any more. */
  close(): Promise<void>;
}

function createSqlRows(db: Kysely<SqlTables>): StoreRows {
  return {
    ...memberRows(db),
    ...membershipRows(db),
    ...intentRows(db),
    ...verificationRows(db),
    ...receiptRows(db),
    ...outboxRows(db),
  };
}

/**
 * A store over a database that has the newest tables.
 * @param db - its transactions must be serialisable and durable at commit
 */
export function createSqlStore(db: Kysely<SqlTables>, engine: SqlEngine): Store {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function run<T>(work: (rows: StoreRows) => Promise<T>): Promise<T> {
    try {
      return await db.transaction().execute(async (transaction) => {
        const scope = openTransactionScope(createSqlRows(transaction));
        try {
          return await work(scope.rows);
        } finally {
          await scope.end();
        }
      });
    } catch (error) {
      throw engine.translateError(error);
    }
  }

  return {
    transaction: async (work) => {
      if (closing !== undefined) throw closedError();
      const result = run(work);
      const settle = (): void => void running.delete(result);
      running.add(result);
      result.then(settle, settle);
      return result;
    },
    describe: () => engine.description,
    close: () => (closing ??= Promise.allSettled(running).then(() => engine.close())),
  };
}
