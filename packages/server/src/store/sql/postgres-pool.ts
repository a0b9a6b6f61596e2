import { Pool, types, type ClientBase } from 'pg';

/** Where the tables stand, so that they never meet the host's own. */
export const postgresSchema = 'leavewell';

const seconds = (count: number): number => count * 1000;
const bigint = 20;

/** Counts and milliseconds come as numbers; all of ours are far below 2^53. For this pool only, not for the program. */
const numericTypes: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: (oid, format) => (Number(oid) === bigint ? Number : types.getTypeParser(oid, format)),
};

/**
 * What every session needs: commits that wait for the disk (a stronger setting stays), ends for what hangs (soonest for
 * a process that stopped within a transaction, because others may be waiting for it), and plans by index: each query of
 * ours has one, and a plan that was made while a table was small is kept when it is not any more.
 */
const sessionSettings = `
  select set_config('search_path', '${postgresSchema}', false),
    set_config('synchronous_commit', case current_setting('synchronous_commit') when 'remote_apply'
      then 'remote_apply' else 'on' end, false),
    set_config('statement_timeout', '15s', false),
    set_config('lock_timeout', '10s', false),
    set_config('idle_in_transaction_session_timeout', '5s', false),
    set_config('enable_seqscan', 'off', false),
    set_config('jit', 'off', false)`;

async function prepareSession(client: ClientBase): Promise<void> {
  // The pool listens only while a connection is idle; a loss in between would end the process.
  client.on('error', () => {});
  await client.query(sessionSettings);
}

/** Connections that are ready to be used. One that breaks leaves the pool, and the next one is opened afresh. */
export function createPostgresPool(url: string, maxConnections: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'leavewell',
    connectionTimeoutMillis: seconds(5),
    // Longer than the database's own limit, for one that went away without a word.
    query_timeout: seconds(20),
    idleTimeoutMillis: seconds(60),
    keepAlive: true,
    // A change of tenant travels with the statement that needs it.
    pipeline: true,
    types: numericTypes,
    onConnect: prepareSession,
  });
  pool.on('error', () => {});
  return pool;
}
