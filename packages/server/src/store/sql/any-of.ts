import { sql, type RawBuilder } from 'kysely';

/** One value for any number of them, so that the statement is the same and prepared once. PostgreSQL only. */
export function anyOf(values: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${values})`;
}
