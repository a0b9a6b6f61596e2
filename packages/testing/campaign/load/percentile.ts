/** The value that so many of a hundred are at most; not a number of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}

/** The one in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 50);
