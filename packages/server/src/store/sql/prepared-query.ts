import type { CompiledQuery, DialectAdapter, Kysely } from 'kysely';
import type { SqlTables } from './sql-tables.ts';

/** Stands for the value at this place. */
type PlaceOf = (index: number) => string;

const place: PlaceOf = (index) => `\u0000${index}`;

function placesIn(parameters: readonly unknown[]): number[] {
  return parameters.map((parameter) => {
    if (typeof parameter === 'string' && parameter.startsWith('\u0000')) return Number(parameter.slice(1));
    throw new Error('a prepared query takes values by their place only');
  });
}

/**
 * A query on the way of most requests, built once for each engine: to build it anew takes half as long as to run it.
 * @param build - writes `value(0)`, `value(1)`… where the values come
 */
export function prepareQuery<Row>(
  build: (db: Kysely<SqlTables>, value: PlaceOf) => { compile(): CompiledQuery<Row> },
): (db: Kysely<SqlTables>, values: readonly string[]) => Promise<Row | undefined> {
  const byEngine = new WeakMap<DialectAdapter, { query: CompiledQuery<Row>; places: number[] }>();

  function prepare(db: Kysely<SqlTables>): { query: CompiledQuery<Row>; places: number[] } {
    const { adapter } = db.getExecutor();
    const known = byEngine.get(adapter);
    if (known) return known;
    const query = build(db, place).compile();
    const made = { query, places: placesIn(query.parameters) };
    byEngine.set(adapter, made);
    return made;
  }

  return async (db, values) => {
    const { query, places } = prepare(db);
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: places.map((index) => values[index]) });
    return rows[0];
  };
}
