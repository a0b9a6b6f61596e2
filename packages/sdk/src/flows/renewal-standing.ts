import type { Membership, Refusal, MembershipCommand } from '@leavewell/contract';
import type { ConfirmNotice } from './command-state.ts';

/** What is known beside the membership that is being read. */
export interface Reading {
  /** What the server has just refused, for when the fresh membership does not say so itself. */
  readonly refusal?: Refusal | undefined;
  /** Whether what the member decided on is not what there is. */
  readonly isChanged?: boolean;
  /** The membership, when a command was pending as it was read before. */
  readonly pending?: Membership;
}

/** How a command stands on a membership as it is now. */
export type Standing =
  /** A command on it waits for the billing company. */
  | { readonly status: 'pending' }
  | { readonly status: 'confirm'; readonly notice: ConfirmNotice | null }
  /** An earlier try has taken effect, unless the receipt is another command's; it is then refused. */
  | { readonly status: 'done'; readonly receiptId: string; readonly refusal: Refusal }
  | { readonly status: 'refused'; readonly refusal: Refusal };

const isReached: Readonly<Record<MembershipCommand, (membership: Membership) => boolean>> = {
  cancelRenewal: ({ renewal }) => renewal === 'off',
  resumeRenewal: ({ renewal }) => renewal === 'on',
  withdraw: ({ access }) => access === 'ended',
};

/** @param isUnfinished - whether an earlier try was sent and its outcome never heard of */
export function standingOf(
  command: MembershipCommand,
  membership: Membership,
  { refusal: answered, isChanged, pending }: Reading,
  isUnfinished: boolean,
): Standing {
  const { actions, pendingCommand, receiptId } = membership;
  if (pendingCommand) return { status: 'pending' };
  const refusal = actions[command].refusal ?? answered;
  if (!refusal) return { status: 'confirm', notice: isChanged ? 'changed' : isUnfinished ? 'unfinished' : null };
  const isDone = isReached[command](membership) && (isUnfinished || pending !== undefined);
  return isDone && receiptId !== null ? { status: 'done', receiptId, refusal } : { status: 'refused', refusal };
}
