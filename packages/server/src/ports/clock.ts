/** Where the server takes the time from. Nothing else in it reads a clock. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stood at `instant` when it was made, and ticks from there. */
export function clockStartingAt(instant: string): Clock {
  const offset = Date.parse(instant) - Date.now();
  if (Number.isNaN(offset)) throw new RangeError(`clock: "${instant}" is not an ISO 8601 instant`);
  return { now: () => new Date(Date.now() + offset) };
}
