import type { FlowDescription } from '../flow/flow-description.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Thresholds } from '../thresholds.ts';
import type { VisitSettings } from '../browser/visit.ts';

/** What a recording goes by. */
export interface Plan {
  readonly flow: FlowDescription;
  readonly words: Lexicon;
  /** Labels that the place accepts; they are looked for before all other words. */
  readonly labels: Thresholds['labels'];
  readonly settings: VisitSettings;
}
