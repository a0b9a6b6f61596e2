/** Writes a moment as ISO 8601 in UTC, to the second where it has no milliseconds: `2026-12-31T16:00:00Z`. */
export function formatInstant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}
