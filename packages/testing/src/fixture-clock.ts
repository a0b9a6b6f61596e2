/** A clock that stands still until a test moves it. */
export interface FixtureClock {
  now(): Date;
  /** Moves to an ISO 8601 instant. */
  set(instant: string): void;
  /** Moves on by milliseconds. */
  advance(ms: number): void;
}

/** A clock that stands at `instant`. */
export function createFixtureClock(instant: string): FixtureClock {
  let time = Date.parse(instant);
  return {
    now: () => new Date(time),
    set: (next) => {
      time = Date.parse(next);
    },
    advance: (ms) => {
      time += ms;
    },
  };
}
