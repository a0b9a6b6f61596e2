const shortest = 300;

/**
 * Tells a decision from the second half of a double press: what was shown less than 300 ms ago cannot have been read.
 * A page that slides something under the pointer gains nothing either.
 */
export class PressGuard {
  readonly #now: () => number;
  #shownAt = 0;

  /** `now` gives milliseconds that never run backwards. */
  constructor(now: () => number) {
    this.#now = now;
  }

  shown(): void {
    this.#shownAt = this.#now();
  }

  accepts(): boolean {
    return this.#now() - this.#shownAt >= shortest;
  }
}
