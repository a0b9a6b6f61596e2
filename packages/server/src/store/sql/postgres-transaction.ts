import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { isConflict } from './postgres-errors.ts';
import { sessionOf, type PostgresSession } from './postgres-session.ts';

/**
 * `turns` has no rows, only its lock: works share it, and one that lost before has it alone and cannot lose again. The
 * wait for it comes before the transaction has its view of the rows; a query would fix the view first.
 */
const beginIn = (mode: 'row share' | 'exclusive'): string =>
  `begin isolation level serializable; lock table turns in ${mode} mode`;
const besideOthers = beginIn('row share');
const alone = beginIn('exclusive');

const triesBesideOthers = 2;
const maxTries = 20;

async function runOnce<T>(pool: Pool, statements: string, work: (session: PostgresSession) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const session = sessionOf(client);
  let broken = false;
  try {
    await session.begin(statements);
    const result = await work(session);
    await session.commit();
    return result;
  } catch (error) {
    await session.rollback().catch(() => (broken = true));
    // An error the work was told in its own words, or hid, may come from a conflict all the same.
    throw session.hasConflict && !isConflict(error) ? new LostRace({ cause: error }) : error;
  } finally {
    client.release(broken);
  }
}

/** A work that failed for whatever reason after one of its statements lost to another process. */
class LostRace extends Error {
  override readonly name = 'LostRace';
  /** That of a serialization failure. */
  readonly code = '40001';

  constructor(options: ErrorOptions) {
    super('another transaction was faster', options);
  }
}

/**
 * Runs the work in a serialisable transaction, and again from the start when another was faster: once after a short
 * random pause, then alone. Serialisable transactions of PostgreSQL also lose to ones that only touched the same page
 * of an index; on small tables that is most of them, and to wait for one's turn is faster than to try on. A work that
 * still loses, to somebody who writes these tables past this program, is refused after 20 times.
 */
export async function transactSerializable<T>(pool: Pool, work: (session: PostgresSession) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await runOnce(pool, tries > triesBesideOthers ? alone : besideOthers, work);
    } catch (error) {
      if (!isConflict(error) || tries === maxTries) throw error;
    }
    await setTimeout(Math.random() * 2 ** Math.min(tries, 5));
  }
}
