import type { Store, StoreReads, StoreRows } from '../../ports/store.ts';
import { createClosingGate } from '../closing-gate.ts';
import { openScope } from '../open-scope.ts';
import { eventRows } from './event-rows.ts';
import { filedRows } from './filed-rows.ts';
import { intentRows } from './intent-rows.ts';
import { memberRows } from './member-rows.ts';
import { membershipRows } from './membership-rows.ts';
import { noticeRows } from './notice-rows.ts';
import { outboxRows } from './outbox-rows.ts';
import { receiptRows } from './receipt-rows.ts';
import type { SqlScope } from './sql-scope.ts';
import { useRows } from './use-rows.ts';
import { verificationRows } from './verification-rows.ts';

/** What one database engine adds to the shared SQL. */
export interface SqlEngine {
  /** Engine, version, place and the durability in force. */
  readonly description: string;
  /** Runs `work` in one transaction that is durable at commit; `lock` keeps others out. May run it again from the start. */
  transaction<T>(work: (scope: SqlScope) => Promise<T>): Promise<T>;
  /** Where each statement stands by itself. */
  readonly autocommit: SqlScope;
  /** Reads that this engine makes in a better way than row by row. */
  readonly reads?: Partial<StoreReads>;
  /** Turns the driver's own errors into a ServiceError where one fits; answers any other error as it is. */
  translateError(error: unknown): unknown;
  /** Called once, when nothing runs any more. */
  close(): Promise<void>;
}

function createSqlRows(scope: SqlScope): StoreRows {
  return {
    ...memberRows(scope),
    ...membershipRows(scope),
    ...intentRows(scope),
    ...verificationRows(scope),
    ...receiptRows(scope),
    ...outboxRows(scope),
    ...eventRows(scope),
    ...useRows(scope),
    ...noticeRows(scope),
    ...filedRows(scope),
  };
}

/** A store over a database that has the newest tables. */
export function createSqlStore(engine: SqlEngine): Store {
  const gate = createClosingGate();
  const reads: StoreReads = { ...createSqlRows(engine.autocommit), ...engine.reads };

  async function translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw engine.translateError(error);
    }
  }

  return {
    transaction: (work) =>
      gate.enter(() => translated(() => engine.transaction((scope) => openScope(createSqlRows(scope), work)))),
    read: (work) => gate.enter(() => translated(() => openScope(reads, work))),
    describe: () => engine.description,
    close: () => gate.close(() => engine.close()),
  };
}
