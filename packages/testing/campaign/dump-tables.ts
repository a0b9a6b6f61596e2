/** Tables that a refused request may write to, because to be counted in is what they are for. */
const COUNTERS = new Set(['uses', 'use_counts', 'counted_uses']);

/** The rows of tables as text: the same for the same rows, in whatever order they come. */
export function textOfTables(tables: readonly { readonly name: string; readonly rows: readonly object[] }[]): string {
  if (!tables.some(({ name }) => name === 'memberships')) throw new Error('dump: there is no table of memberships');
  return tables
    .filter(({ name }) => !COUNTERS.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, rows }) => [name, ...rows.map((row) => JSON.stringify(row)).sort()].join('\n'))
    .join('\n\n');
}
