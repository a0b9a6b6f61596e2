import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { isConflict } from './postgres-errors.ts';
import { sessionOf, type PostgresSession } from './postgres-session.ts';

const maxTries = 20;

async function runOnce<T>(pool: Pool, work: (session: PostgresSession) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const session = sessionOf(client);
  let broken = false;
  try {
    await session.begin();
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
  /** That of a deadlock. */
  readonly code = '40P01';

  constructor(options: ErrorOptions) {
    super('another transaction was faster', options);
  }
}

/**
 * Runs the work in a transaction. Works that touch the same keys wait for each other by the locks their rows take, also
 * where there is no row yet. PostgreSQL's own serialisable isolation was tried and given up: it also refuses works that
 * only touched the same page of an index, which on small tables is most of them. Two works that wait for each other
 * (they took keys in another order) are found by PostgreSQL within a second; one runs again, up to 20 times.
 */
export async function transactInTurn<T>(pool: Pool, work: (session: PostgresSession) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (!isConflict(error) || tries === maxTries) throw error;
    }
    await setTimeout(Math.random() * 2 ** Math.min(tries, 5));
  }
}
