import type { AfterCancelState, MemberError, Verification, VerificationMethod } from '@leavewell/sdk';
import type { StepCatalog } from './cancel-words.ts';
import type { StepContext } from './step.ts';

/** What the steps of canceling and of withdrawing are made with. */
export interface CommandContext extends StepContext {
  readonly words: StepCatalog;
  /** What it is about. */
  readonly title: string;
  readonly secondsToResend: (verification: Verification) => number;
  /** The way in which the member was verified last; null when they were not. */
  readonly method: VerificationMethod | null;
  /** What may be asked and offered once it took effect; null when that is not known. */
  readonly after: AfterCancelState | null;
  /** Why a file of the receipt was not saved. */
  readonly saveError: MemberError | null;
}
