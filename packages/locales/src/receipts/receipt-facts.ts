import type { MembershipKind, MoneyFacts, PriceFacts, RenewalFacts } from '../membership-facts.ts';

/** The commands that leave a receipt. */
export type ReceiptCommand = 'cancelRenewal' | 'resumeRenewal' | 'withdraw';

/** What a member showed that it was them with. */
export type VerifiedBy =
  | 'passkey'
  | 'password'
  | 'sms_code'
  | 'email_code'
  | 'totp'
  | 'administrator_password'
  | 'company_credential'
  | 'host_login';

/** Where a command came from. */
export type ReceiptChannel = 'session' | 'public_page' | 'agent';

/** Money that goes back, and the last day for it. */
export interface RefundFacts extends MoneyFacts {
  readonly by: string;
}

/** A way to reach a person. */
export interface ContactFacts {
  readonly kind: 'chat' | 'phone' | 'email';
  readonly value: string;
}

/** What was declared, as it was typed; what was not asked for is absent. */
export interface DeclarationFacts {
  readonly terminationKind?: 'ordinary' | 'extraordinary' | undefined;
  readonly reason?: string | undefined;
  readonly name?: string | undefined;
  readonly contract?: string | undefined;
  /** The day wanted as the last; null for the earliest possible. */
  readonly endDate?: string | null | undefined;
  readonly email?: string | undefined;
}

/** The parts that receipts of earlier versions lack: what is absent is not known, and is not spoken of. */
interface NewerParts {
  readonly kind?: MembershipKind;
  readonly membershipId?: string;
  /** The moment of the request as the clock of the account showed it, with its offset. */
  readonly requestedAtLocal?: string;
  readonly channel?: ReceiptChannel;
  /** Null says that none is due. */
  readonly refund?: RefundFacts | null;
  /** Null says that it has to be bought anew. */
  readonly resumableUntil?: string | null;
  readonly contact?: readonly ContactFacts[];
  /** The profile of the place whose law was followed. */
  readonly place?: string;
  readonly declaration?: DeclarationFacts | null;
}

/** What a member keeps of a command that took effect; a receipt of the contract fits. */
export interface ReceiptFacts extends RenewalFacts, NewerParts {
  readonly id: string;
  readonly command: ReceiptCommand;
  readonly orderNumber: string | null;
  readonly planName: string;
  readonly accountName: string;
  readonly requestedBy: string;
  /** ISO 8601 UTC. */
  readonly requestedAt: string;
  readonly paymentOwed: boolean;
  readonly price: PriceFacts | null;
  readonly verifiedBy: VerifiedBy | null;
  readonly providerReference: string | null;
}
