/** How long the auditor waits, in milliseconds. */
export interface Pace {
  /** A page is settled when nothing was loaded and nothing changed for so long. */
  readonly quiet: number;
  /** At most so long until it is. */
  readonly settle: number;
  /** As a person reads before they press; some flows ignore presses that come sooner. */
  readonly read: number;
  /** How long a control may take to appear. */
  readonly patience: number;
  /** How long an answer is held back to see what the page says meanwhile. */
  readonly hold: number;
}

/** For sites on a network. */
export const usualPace: Pace = { quiet: 250, settle: 8_000, read: 700, patience: 5_000, hold: 600 };
