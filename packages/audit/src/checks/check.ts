import type { Recording } from '../recording/recording.ts';
import type { Thresholds } from '../thresholds.ts';

/** The ids of the rubric, in its order. */
export const checkIds = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'Q5',
  'Q6',
  'Q7',
  'Q8',
  'Q9',
  'Q10',
  'Q11',
  'Q12',
  'Q13',
  'Q14',
  'Q15',
  'Q16',
  'Q17',
  'Q18',
  'Q19',
  'Q20',
] as const;
/** The id of a check. */
export type CheckId = (typeof checkIds)[number];

/** `not_applicable` when the place does not ask for it, or when it could not be measured; `why` says which. */
export type Verdict = 'holds' | 'fails' | 'not_applicable';

/** What one check found. */
export interface Finding {
  readonly verdict: Verdict;
  /** What was seen, in few words. */
  readonly measured: string;
  /** What is asked. */
  readonly threshold: string;
  /** What to change when it fails, or to give when it could not be measured; what it rests on when it holds. */
  readonly why: string;
}

/** One question of the rubric. */
export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** Judges what was recorded; looks at nothing else. */
  readonly judge: (recording: Recording, thresholds: Thresholds) => Finding;
}

/** Holds when there are no faults, else fails and lists them. */
export function judged(faults: readonly string[], measured: string, threshold: string, why = ''): Finding {
  if (faults.length === 0) return { verdict: 'holds', measured, threshold, why };
  return { verdict: 'fails', measured, threshold, why: [...new Set(faults)].join('; ') };
}

/** Not measured, or not asked for. */
export function notApplicable(threshold: string, why: string, measured = 'not measured'): Finding {
  return { verdict: 'not_applicable', measured, threshold, why };
}

/** A label in quotes, short enough for a table. */
export function quoted(label: string): string {
  return `"${label.length > 60 ? `${label.slice(0, 59)}…` : label}"`;
}
