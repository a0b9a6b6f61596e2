import type { Receipt } from '@leavewell/contract';

/** Where a message goes, and in which language. */
interface Addressed {
  /** The same on every try, so that a sender can drop repeats. */
  readonly id: string;
  readonly tenantId: string;
  readonly memberId: string;
  readonly memberName: string;
  /** BCP 47 tag of the member's language. */
  readonly language: string;
}

/** A code for one command on one membership, by SMS. Never log it. */
export interface CodeMessage extends Addressed {
  readonly kind: 'verification_code';
  readonly channel: 'sms';
  readonly to: string;
  readonly code: string;
  readonly planName: string;
  readonly command: Receipt['command'];
  readonly minutesValid: number;
}

/** The receipt of a command that took effect, by e-mail, or by SMS for a member without an address. */
export interface ReceiptMessage extends Addressed {
  readonly kind: 'receipt';
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly receipt: Receipt;
}

/** What the server asks the host to send. The words are the host's or those of `@leavewell/locales`. */
export type Message = CodeMessage | ReceiptMessage;

/** Hands messages to the host's SMS and mail gateways. Rejects when the gateway did not accept one. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}
