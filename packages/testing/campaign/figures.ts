/** What a figure must be. */
export type Wanted = { readonly is: number } | { readonly atMost: number } | { readonly atLeast: number };

/** One number that a part of the campaign found. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** Null for a number that is only told. */
  readonly wanted: Wanted | null;
}

/** The figures of one part on one engine. */
export interface PartResult {
  readonly part: string;
  readonly engine: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
}

/** A figure that must be exactly so. */
export const exactly = (what: string, value: number, is: number): Figure => ({ what, value, wanted: { is } });
/** A figure that may not be more. */
export const atMost = (what: string, value: number, most: number): Figure => ({
  what,
  value,
  wanted: { atMost: most },
});
/** A figure that may not be less. */
export const atLeast = (what: string, value: number, least: number): Figure => ({
  what,
  value,
  wanted: { atLeast: least },
});
/** A figure that is only told. */
export const told = (what: string, value: number): Figure => ({ what, value, wanted: null });

/** Whether a figure is as wanted. What is no number never is. */
export function isMet({ value, wanted }: Figure): boolean {
  if (Number.isNaN(value)) return false;
  if (wanted === null) return true;
  if ('is' in wanted) return value === wanted.is;
  return 'atMost' in wanted ? value <= wanted.atMost : value >= wanted.atLeast;
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(4);
}

function formatWanted(wanted: Wanted | null): string {
  if (wanted === null) return '';
  if ('is' in wanted) return formatNumber(wanted.is);
  return 'atMost' in wanted ? `≤ ${formatNumber(wanted.atMost)}` : `≥ ${formatNumber(wanted.atLeast)}`;
}

/** The lines of a table of all figures. */
export function tableOf(results: readonly PartResult[]): string[] {
  const rows = results.flatMap(({ part, engine, figures }) =>
    figures.map((figure) => [
      part,
      engine,
      figure.what,
      formatNumber(figure.value),
      formatWanted(figure.wanted),
      figure.wanted === null ? '' : isMet(figure) ? 'ok' : 'NOT',
    ]),
  );
  const table = [['part', 'engine', 'what', 'figure', 'wanted', ''], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  const isNumber = (column: number): boolean => column === 3;
  return table.map((row) =>
    row
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
