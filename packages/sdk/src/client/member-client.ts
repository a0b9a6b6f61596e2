import type {
  CancelPreview,
  ListMemberships,
  Membership,
  MembershipPage,
  Receipt,
  RenewalOutcome,
  Session,
  StartVerification,
  Verification,
  VerificationProof,
} from '@leavewell/contract';

/** How to reach the server. */
export interface MemberClientOptions {
  /** The mount path or full address of the server: `/leavewell`, `https://www.example.com/leavewell`. */
  endpoint: string;
  /**
   * Asks the host's backend for a session token. Called when one is needed and once more when the server says that it
   * expired. Leave it out when the host identifies members by its own cookie.
   */
  getToken?: () => Promise<string>;
  /** The function used for HTTP; the runtime's own when absent. Give `createHandler(...)` to run without a network. */
  fetch?: (request: Request) => Promise<Response>;
  /** BCP 47 tag for the host's texts, asked before every call. */
  language?: () => string;
}

/** What every call accepts. */
export interface CallOptions {
  /** Gives the call up; it then rejects with code `aborted`. */
  signal?: AbortSignal;
}

/** A command's options: the key of the intent, what the member was shown and, where the policy asks for one, a proof. */
export interface CommandOptions extends CallOptions {
  /** The same for every try of one intent of the member. `createIdempotencyKey()` makes one. */
  idempotencyKey: string;
  /** `entityTagOf(membership)` of what the member was shown; if it has changed, the call rejects with `membership_changed`. */
  ifMatch?: string;
  proof?: string;
}

/** What a command reached. */
export interface CommandOutcome extends RenewalOutcome {
  /** Without a receipt: how long the server asks to wait before asking again, in milliseconds. */
  readonly retryAfter?: number;
}

/** One method per operation. Every method rejects with a `MemberError` and nothing else. */
export interface MemberClient {
  /** The address as it was given: what is kept in storage and told to other tabs is told apart by it. */
  readonly endpoint?: string;
  getSession(options?: CallOptions): Promise<Session>;
  listMemberships(filter?: ListMemberships, options?: CallOptions): Promise<MembershipPage>;
  getMembership(id: string, options?: CallOptions): Promise<Membership>;
  previewCancelRenewal(id: string, options?: CallOptions): Promise<CancelPreview>;
  cancelRenewal(id: string, options: CommandOptions): Promise<CommandOutcome>;
  resumeRenewal(id: string, options: CommandOptions): Promise<CommandOutcome>;
  startVerification(request: StartVerification, options?: CallOptions): Promise<Verification>;
  finishVerification(id: string, code: string, options?: CallOptions): Promise<VerificationProof>;
  getReceipt(id: string, options?: CallOptions): Promise<Receipt>;
}
