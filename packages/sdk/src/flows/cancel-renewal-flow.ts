import type { Declaration, VerificationMethod } from '@leavewell/contract';
import type { CancelRenewalState } from './cancel-renewal-state.ts';
import { CommandFlow, type CommandFlowOptions } from './command-flow.ts';
import type { Flow } from './flow.ts';

/** The verbs of a command that may have to be verified. Verbs that do not fit the state do nothing; none rejects. */
export interface CommandVerbs {
  /**
   * Reads the preview: `idle`, an end, or `failed` → `confirm` or `refused`; `pending` or the end when that is what became
   * of an earlier try. What is `pending` is asked for at once.
   */
  start(): Promise<void>;
  /** What the member typed, a code or a password: `verify` → `checking` → `submitting`; a wrong one returns with `error`. */
  enterCode(code: string): Promise<void>;
  /** Another code: `verify` → `sending` → `verify`; with `error` when none could be sent. */
  resendCode(): Promise<void>;
  /** Another way, or the same one from its beginning: `verify` or `choose` → `sending` → `verify`. */
  useMethod(method: VerificationMethod): Promise<void>;
  /** Asks a person: `verify`, `choose`, `refused` or `failed` → `requesting` → `requested`. */
  requestHelp(): Promise<void>;
  /** Tries what failed once more, with the same idempotency key. */
  retry(): Promise<void>;
  /** The member leaves it as it is; only before `submitting`. */
  keep(): void;
  /** Stops asking for what is pending and listening to other tabs, and stays where it is; `start()` goes on. */
  stop(): void;
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}

/** Guides one member through cancelling one membership. */
export interface CancelRenewalFlow extends Flow<CancelRenewalState>, CommandVerbs {
  /**
   * The member's decision: `confirm` → `sending` where the policy asks for a verification, else `submitting` → `canceled`.
   * Where `preview.form` asks for one, with what the member declares; with what is known when absent. Where the form is
   * to be reviewed, `confirm` → `review`, and `confirm()` there decides.
   */
  confirm(declaration?: Declaration): Promise<void>;
  /** Back from `review` to `confirm`, with what was typed. */
  edit(): void;
}

/** What a cancel flow needs. */
export type CancelRenewalFlowOptions = CommandFlowOptions;

/** A cancel flow at `idle`; nothing is sent before `start()`. */
export function createCancelRenewalFlow(options: CancelRenewalFlowOptions): CancelRenewalFlow {
  // It reaches the states of its own command only.
  return new CommandFlow('cancelRenewal', options) as CancelRenewalFlow;
}
