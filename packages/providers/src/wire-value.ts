/** One JSON object as it came, none of it checked. */
export type WireObject = Readonly<Record<string, unknown>>;

/** The end of the year 9999, the last second that an instant can write. */
const LATEST = 253_402_300_799;

/** Whether the value is a JSON object. */
export function isObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one in the place of anything else. */
export function objectOf(value: unknown): WireObject {
  return isObject(value) ? value : {};
}

/** The text, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The whole number, or null. */
export function integerOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** The moment in seconds since 1970, or null. */
export function secondsOf(value: unknown): number | null {
  const seconds = integerOf(value);
  return seconds !== null && seconds >= 0 && seconds <= LATEST ? seconds : null;
}
