import { doubleFaults, type DoubleFault } from './double-faults.ts';

/** What a command comes to when one of its requests fails in one way. */
export interface FaultRow {
  readonly fault: DoubleFault;
  /** Which of the command's requests fails: the one that looks, or the one that tells. */
  readonly on: 'read' | 'write';
  /** `either` where it depends on where a company keeps the dates. */
  readonly outcome: 'done' | 'provider_unavailable' | 'either';
  /** Whether the company has done it then, whatever was answered. */
  readonly isReached: boolean;
}

/** What an answer still says when it is not the one that was expected. */
const understood: Partial<Record<DoubleFault, FaultRow['outcome']>> = { unknown_enum: 'done', empty_list: 'either' };

function rowOf(fault: DoubleFault, on: FaultRow['on']): FaultRow {
  const { doesWork } = doubleFaults[fault];
  if (on === 'write') return { fault, on, outcome: understood[fault] ?? 'provider_unavailable', isReached: doesWork };
  // Before a write, an answer of before is the right one.
  const outcome = fault === 'flipped_flag' ? 'done' : (understood[fault] ?? 'provider_unavailable');
  return { fault, on, outcome, isReached: outcome === 'done' };
}

/** Every fault of a double in every request of a command: what is done is told, what is unclear is told as unclear. */
export const faultTable: readonly FaultRow[] = Object.keys(doubleFaults)
  .filter((name): name is DoubleFault => Object.hasOwn(doubleFaults, name))
  .flatMap((fault) => [rowOf(fault, 'read'), rowOf(fault, 'write')]);
