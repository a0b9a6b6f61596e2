import { formatInstant } from '@leavewell/server';
import { integerOf, objectOf, textOf } from '../wire-value.ts';

/** A moment of Paddle's, in UTC to the millisecond, or null. */
export function instantOf(value: unknown): string | null {
  const text = textOf(value);
  const time = text !== null && /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : formatInstant(new Date(time));
}

/**
 * Money in minor units, or null. Paddle writes whole numbers of a currency's lowest unit as text ("Money"): cents for
 * dollars, yen for yen, so that nothing is multiplied.
 */
export function minorUnitsOf(value: unknown): number | null {
  const text = textOf(value);
  return text !== null && /^-?\d{1,18}$/.test(text) ? integerOf(Number(text)) : null;
}

/** A list of objects; anything else in it is left out. */
export function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** The later of the moments that are there. */
export function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce(
    (one, other) => (one === null || (other !== null && isBefore(one, other)) ? other : one),
    null,
  );
}

/** Whether a moment comes before another. */
export function isBefore(instant: string, other: string): boolean {
  return Date.parse(instant) < Date.parse(other);
}
