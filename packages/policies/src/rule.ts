/** How a rule was checked: A its text was read, B two or more secondary sources, C one, U unverified. */
export type Confidence = 'A' | 'B' | 'C' | 'U';

/** `benchmark` is what an authority asked of somebody else; `flag` names a matter to watch and asks nothing. */
export type RuleStatus = 'in_force' | 'prospective' | 'benchmark' | 'vacated' | 'flag';

/** One thing that a place asks, as one sentence that can be tested. Not legal advice. */
export interface Rule {
  /** Stable: `DE-312k-2-label-confirm`. */
  readonly id: string;
  readonly requirement: string;
  /** The article, decision or card scheme's rule it rests on. */
  readonly article: string;
  readonly status: RuleStatus;
  /** The day from which it binds, `YYYY-MM-DD`; null where it bound before this was written, or has no date yet. */
  readonly effectiveOn: string | null;
  readonly confidence: Confidence;
  /** What does not follow from the text that was read, or why it does not touch this product. */
  readonly note?: string;
  /**
   * How this product meets it: `data` in the profile that a test holds to; `elsewhere` in other code; `untouched` when
   * it asks nothing of a cancel flow. `note` says where or why.
   */
  readonly bearing: 'data' | 'elsewhere' | 'untouched';
}
