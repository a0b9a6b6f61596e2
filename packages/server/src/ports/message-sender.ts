import type { Receipt, VerificationMethod, VerifiedAct } from '@leavewell/contract';

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

/** A code for one act on one membership. Never log it. */
export interface CodeMessage extends Addressed {
  readonly kind: 'verification_code';
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly code: string;
  readonly planName: string;
  readonly command: VerifiedAct;
  readonly minutesValid: number;
}

/** A file that a mail carries. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/** The receipt of a command that took effect, by e-mail, or by SMS for a member without an address. */
export interface ReceiptMessage extends Addressed {
  readonly kind: 'receipt';
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly receipt: Receipt;
  /** The receipt as text, page, calendar entry and signed file; an SMS carries none. */
  readonly attachments?: readonly Attachment[];
}

/** A command that was said to be under way and that the billing company refused: renewal is as it was. */
export interface CommandFailedMessage extends Addressed {
  readonly kind: 'command_failed';
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly command: Receipt['command'];
  readonly membershipId: string;
  readonly planName: string;
  readonly requestedAt: string;
  /** IANA zone of the account, in which the time is told. */
  readonly timeZone: string;
}

/** A way to verify was set up or taken away: whoever did not do that themselves learns of it. */
export interface FactorChangedMessage extends Addressed {
  readonly kind: 'factor_changed';
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly change: 'added' | 'removed';
  readonly method: VerificationMethod;
  /** What the member called it. */
  readonly label: string;
  readonly changedAt: string;
  /** IANA zone in which the time is told: of the member's first membership, else UTC. */
  readonly timeZone: string;
}

/** What the server asks the host to send. The words are the host's or those of `@leavewell/locales`. */
export type Message = CodeMessage | ReceiptMessage | CommandFailedMessage | FactorChangedMessage;

/** Hands messages to the host's SMS and mail gateways. Rejects when the gateway did not accept one. */
export interface MessageSender {
  send(message: Message): Promise<void>;
}
