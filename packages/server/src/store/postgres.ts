export { postgresRunner, type PostgresRunnerOptions } from './postgres-runner.ts';
export { openPostgresStore, type PostgresStoreOptions } from './sql/postgres-store.ts';
