import type { Message } from './message-sender.ts';

/** Hands a message to the host's gateway. */
export interface SendTask {
  readonly kind: 'send';
  readonly message: Message;
}

/**
 * Brings an intent to its end when whoever began it did not: the process was lost, or the billing company's reply was.
 */
export interface SettleTask {
  readonly kind: 'settle';
  readonly memberId: string;
  readonly idempotencyKey: string;
}

/** Asks the billing company for the facts of a membership; due again and again, and at once after a webhook. */
export interface CheckTask {
  readonly kind: 'check';
  readonly membershipId: string;
}

/** Delivers an event to one address of the host. */
export interface NotifyTask {
  readonly kind: 'notify';
  readonly eventId: string;
  readonly url: string;
}

/** Something to do after a commit, written in the commit's own transaction. */
export type Task = SendTask | SettleTask | CheckTask | NotifyTask;
