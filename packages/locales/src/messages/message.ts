import type { MembershipCommand } from '../membership-facts.ts';
import type { ReceiptCommand, ReceiptFacts, VerifiedBy } from '../receipts/receipt-facts.ts';

export type { ReceiptFacts } from '../receipts/receipt-facts.ts';

/** A command that a message may be about. */
export type MessageCommand = MembershipCommand | ReceiptCommand;

/** What a code may be for: a command, or another set of ways to verify. */
export type MessageAct = MessageCommand | 'changeFactors';

/** A code for one act on one membership; that of the server fits. */
export interface CodeMessage {
  readonly kind: 'verification_code';
  /** By SMS when absent. */
  readonly channel?: 'email' | 'sms';
  readonly code: string;
  readonly planName: string;
  readonly command: MessageAct;
  readonly minutesValid: number;
}

/** The receipt of a command that took effect; that of the server fits. */
export interface ReceiptMessage {
  readonly kind: 'receipt';
  readonly channel: 'email' | 'sms';
  readonly memberName: string;
  readonly receipt: ReceiptFacts;
}

/** A command that was said to be under way and came to nothing; that of the server fits. */
export interface CommandFailedMessage {
  readonly kind: 'command_failed';
  readonly channel: 'email' | 'sms';
  readonly memberName: string;
  readonly command: MessageCommand;
  readonly planName: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  /** IANA zone in which the time is told. */
  readonly timeZone: string;
}

/** A way to verify was set up or taken away; that of the server fits. */
export interface FactorChangedMessage {
  readonly kind: 'factor_changed';
  readonly channel: 'email' | 'sms';
  readonly memberName: string;
  readonly change: 'added' | 'removed';
  readonly method: VerifiedBy;
  /** What the member called it. */
  readonly label: string;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  /** IANA zone in which the time is told. */
  readonly timeZone: string;
}

/** Every message that has words. */
export type Message = CodeMessage | ReceiptMessage | CommandFailedMessage | FactorChangedMessage;
