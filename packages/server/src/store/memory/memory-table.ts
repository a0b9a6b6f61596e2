/** How a write is taken back; filled by every write, run from the end when a transaction is rejected. */
export type UndoLog = (() => void)[];

/** What the rows of one kind can do. Rows are copied on the way in and out, so that nobody holds a stored one. */
export interface MemoryTable<Row> {
  get(...key: string[]): Row | undefined;
  has(...key: string[]): boolean;
  /** Inserts or replaces. */
  set(row: Row): void;
  delete(...key: string[]): void;
  /** The rows that pass, in the given order. */
  select(passes: (row: Row) => boolean, order: (a: Row, b: Row) => number, limit: number): Row[];
  /** One row that passes. */
  find(passes: (row: Row) => boolean): Row | undefined;
}

/**
 * Rows in a Map by their key.
 * @param keyOf - the parts of a row's key, the tenant first
 */
export function createMemoryTable<Row>(undo: UndoLog, keyOf: (row: Row) => string[]): MemoryTable<Row> {
  const stored = new Map<string, Row>();

  function write(key: string, row: Row | undefined): void {
    const before = stored.get(key);
    undo.push(() => void (before === undefined ? stored.delete(key) : stored.set(key, before)));
    if (row === undefined) stored.delete(key);
    else stored.set(key, structuredClone(row));
  }

  return {
    get: (...key) => structuredClone(stored.get(JSON.stringify(key))),
    has: (...key) => stored.has(JSON.stringify(key)),
    set: (row) => write(JSON.stringify(keyOf(row)), row),
    delete: (...key) => write(JSON.stringify(key), undefined),
    select: (passes, order, limit) =>
      structuredClone([...stored.values()].filter(passes).sort(order).slice(0, limit)),
    find: (passes) => {
      for (const row of stored.values()) if (passes(row)) return structuredClone(row);
      return undefined;
    },
  };
}
