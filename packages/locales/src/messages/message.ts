import type { PriceFacts, RenewalCommand, RenewalFacts } from '../membership-facts.ts';

/** A code for one command on one membership; that of the server fits. */
export interface CodeMessage {
  readonly kind: 'verification_code';
  readonly code: string;
  readonly planName: string;
  readonly command: RenewalCommand;
  readonly minutesValid: number;
}

/** What a member keeps of a command that took effect; a receipt of the contract fits. */
export interface ReceiptFacts extends RenewalFacts {
  readonly id: string;
  readonly command: RenewalCommand;
  readonly orderNumber: string | null;
  readonly planName: string;
  readonly accountName: string;
  readonly requestedBy: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  readonly paymentOwed: boolean;
  readonly price: PriceFacts | null;
  readonly verifiedBy: 'sms_code' | null;
  readonly providerReference: string | null;
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
  readonly command: RenewalCommand;
  readonly planName: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  /** IANA zone in which the time is told. */
  readonly timeZone: string;
}

/** Every message that has words. */
export type Message = CodeMessage | ReceiptMessage | CommandFailedMessage;
