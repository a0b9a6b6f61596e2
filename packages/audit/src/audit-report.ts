import type { ProfileId } from '@leavewell/policies';
import type { CheckId, Finding } from './checks/check.ts';

/** One row of a report. */
export interface CheckReport extends Finding {
  readonly id: CheckId;
  readonly title: string;
}

/** What an audit found. */
export interface AuditReport {
  readonly url: string;
  readonly profile: ProfileId;
  /** BCP 47 tag of the words that were looked for. */
  readonly language: string;
  /** When it was made, ISO 8601 UTC. */
  readonly auditedAt: string;
  /** The part of the checks that hold of those that apply, for comparing flows and releases. */
  readonly score: { readonly holds: number; readonly applies: number; readonly percent: number };
  /** How much stands between wanting to leave and having left; null when the end was not reached. */
  readonly friction: { readonly activations: number; readonly screensBetween: number } | null;
  readonly checks: readonly CheckReport[];
  /** The pictures in the folder, in the order in which they were taken. */
  readonly pictures: readonly { readonly title: string; readonly file: string }[];
}
