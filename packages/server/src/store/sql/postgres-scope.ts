import { Kysely, PostgresDialect, type ConnectionProvider, type DatabaseConnection, type KyselyProps } from 'kysely';
import type { Pool } from 'pg';
import { everyTenant, sessionOf, type PostgresSession } from './postgres-session.ts';
import { noLock, type SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

/** Gives a connection that runs as one tenant, and takes it back. */
type Provide = <T>(tenantId: string, consumer: (connection: DatabaseConnection) => Promise<T>) => Promise<T>;

/** Kysely for PostgreSQL, whose builders can be pointed at any connection. */
export interface PostgresQueries {
  /** On the pool, each statement by itself. */
  readonly autocommit: SqlScope;
  /** Inside the transaction of one session. */
  within(session: PostgresSession): SqlScope;
  /** Kysely's own way of using the pool, for migrations. */
  readonly db: Kysely<SqlTables>;
}

/** Builds queries as Kysely does and runs them as their tenant. */
export function createPostgresQueries(pool: Pool): PostgresQueries {
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<SqlTables>({ dialect });
  const executor = db.getExecutor();
  const props: Omit<KyselyProps, 'executor'> = { config: { dialect }, dialect, driver: dialect.createDriver() };

  function scope(provide: Provide, lock: SqlScope['lock']): SqlScope {
    const byTenant = new Map<string, Kysely<SqlTables>>();
    const as = (tenantId: string): Kysely<SqlTables> => {
      const known = byTenant.get(tenantId);
      if (known) return known;
      const provider: ConnectionProvider = { provideConnection: (consumer) => provide(tenantId, consumer) };
      const made = new Kysely<SqlTables>({ ...props, executor: executor.withConnectionProvider(provider) });
      byTenant.set(tenantId, made);
      return made;
    };
    return { inTenant: as, acrossTenants: () => as(everyTenant), lock };
  }

  return {
    db,
    autocommit: scope(async (tenantId, consumer) => {
      const client = await pool.connect();
      try {
        return await consumer(sessionOf(client).connectionOf(tenantId));
      } finally {
        client.release();
      }
    }, noLock),
    within: (session) => scope((tenantId, consumer) => consumer(session.connectionOf(tenantId)), session.lock),
  };
}
