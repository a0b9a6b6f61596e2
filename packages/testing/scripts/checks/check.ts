/** One thing that must hold. It fails when one of its commands exits with anything but 0. */
export interface Check {
  readonly name: string;
  /** Arguments for this very Node, one list per command, run one after the other. */
  readonly commands: readonly (readonly string[])[];
  /** Checks that write what this one reads. */
  readonly after?: readonly string[];
}

/** What came of a check. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** How many tests or checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}
