import type { CancelPreview } from '@leavewell/contract';
import type { CommandState, Done, Review } from './command-state.ts';

export type { ConfirmNotice, VerifyingState } from './command-state.ts';

/**
 * Where a member is in cancelling. `confirm` carries `preview.form` where the law of the place asks for a declaration,
 * and `review` follows where it asks to check it.
 */
export type CancelRenewalState = CommandState<CancelPreview> | Review | Done<'canceled'>;
