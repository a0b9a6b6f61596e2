import type { WithdrawPreview } from '@leavewell/contract';
import type { CommandVerbs } from './cancel-renewal-flow.ts';
import { CommandFlow, type CommandFlowOptions } from './command-flow.ts';
import type { CommandState, Done } from './command-state.ts';
import type { Flow } from './flow.ts';

/** Where a member is in withdrawing from the contract. `withdrawn` is its end; money that goes back is in the receipt. */
export type WithdrawState = CommandState<WithdrawPreview> | Done<'withdrawn'>;

/** Guides one member through undoing the purchase of one membership, within the time that the law gives. */
export interface WithdrawFlow extends Flow<WithdrawState>, CommandVerbs {
  /** The member's decision: `confirm` → `sending` where a verification is asked for, else `submitting` → `withdrawn`. */
  confirm(): Promise<void>;
}

/** What a withdraw flow needs. */
export type WithdrawFlowOptions = CommandFlowOptions;

/** A withdraw flow at `idle`; nothing is sent before `start()`. */
export function createWithdrawFlow(options: WithdrawFlowOptions): WithdrawFlow {
  // It reaches the states of its own command only.
  return new CommandFlow('withdraw', options) as WithdrawFlow;
}
