import type { DatabaseConnection, QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { isConflict } from './postgres-errors.ts';

/** Stands for every tenant in `leavewell.tenant`; only policies for reading know it. */
export const everyTenant = '*';

/** Names of prepared statements by their text; the texts are few and fixed, so every connection prepares each once. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `leavewell_${names.size}`;
  names.set(text, name);
  return name;
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE']);

/**
 * A connection of the pool and the tenant its session is set to. The setting lasts over transactions and is sent only
 * when it changes, together with the statement that needs it: no round trip of its own.
 */
export interface PostgresSession {
  /** Runs statements as this tenant. */
  connectionOf(tenantId: string): DatabaseConnection;
  /** Waits, before the next statement, for whoever holds the same key, and holds it until the transaction ends. */
  lock(...key: readonly string[]): void;
  begin(): Promise<void>;
  /** Rejects when PostgreSQL rolled back instead, as it does after a statement that failed. */
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** Whether a statement since `begin` lost to another process, also if its error was caught. */
  readonly hasConflict: boolean;
}

function openSession(client: PoolClient): PostgresSession {
  let current: string | undefined;
  let hasConflict = false;
  const held = new Set<string>();

  async function send<R>(text: string, values: readonly unknown[]): Promise<QueryResult<R>> {
    try {
      const { command, rowCount, rows } = await client.query({ name: nameOf(text), text, values: [...values] });
      return writes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
    } catch (error) {
      hasConflict ||= isConflict(error);
      throw error;
    }
  }

  async function sendAs<R>(tenantId: string, text: string, values: readonly unknown[]): Promise<QueryResult<R>> {
    if (current === tenantId) return send(text, values);
    current = tenantId;
    const set = send("select set_config('leavewell.tenant', $1, false)", [tenantId]);
    set.catch(() => (current = undefined));
    const [, result] = await Promise.all([set, send<R>(text, values)]);
    return result;
  }

  return {
    connectionOf: (tenantId) => ({
      executeQuery: ({ sql, parameters }) => sendAs(tenantId, sql, parameters),
      streamQuery: () => {
        throw new Error('the store streams nothing');
      },
    }),
    lock: (...key) => {
      const name = JSON.stringify(key);
      if (held.has(name)) return;
      held.add(name);
      // Sent ahead of the statement that needs it, without a round trip of its own. When it fails, so does that one.
      send('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]).catch(() => undefined);
    },
    begin: async () => {
      hasConflict = false;
      held.clear();
      await client.query('begin isolation level read committed');
    },
    commit: async () => {
      const { command } = await client.query('commit');
      if (command === 'COMMIT') return;
      current = undefined;
      throw new Error('a statement failed before, so PostgreSQL rolled the transaction back');
    },
    rollback: async () => {
      // Takes the setting back as well, to what it was when the transaction began.
      current = undefined;
      await client.query('rollback');
    },
    get hasConflict() {
      return hasConflict;
    },
  };
}

const sessions = new WeakMap<PoolClient, PostgresSession>();

/** The session of a connection, the same each time the pool gives it out. */
export function sessionOf(client: PoolClient): PostgresSession {
  const session = sessions.get(client) ?? openSession(client);
  sessions.set(client, session);
  return session;
}
