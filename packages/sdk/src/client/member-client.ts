import type {
  AddFactor,
  AfterCancel,
  CancelPreview,
  Declaration,
  FactorList,
  FactorSetup,
  FinishFactor,
  FinishVerification,
  ListMemberships,
  ListReceipts,
  Membership,
  MembershipPage,
  Receipt,
  ReceiptPage,
  RemoveFactor,
  RenewalOutcome,
  RequestSupport,
  SendFeedback,
  Session,
  StartVerification,
  SupportRequest,
  Taken,
  Verification,
  VerificationProof,
  WithdrawPreview,
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
  proof?: string | undefined;
}

/** The options of canceling. */
export interface CancelRenewalOptions extends CommandOptions {
  /** What the member declares, where `form` of the preview asks for it. A repeat under the same key says the same. */
  declaration?: Declaration | undefined;
}

/** A form in which a receipt can be kept; `jws` is signed (RFC 7515) and can be checked without us. */
export type ReceiptFormat = 'text' | 'html' | 'calendar' | 'jws';

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
  cancelRenewal(id: string, options: CancelRenewalOptions): Promise<CommandOutcome>;
  resumeRenewal(id: string, options: CommandOptions): Promise<CommandOutcome>;
  previewWithdraw(id: string, options?: CallOptions): Promise<WithdrawPreview>;
  /** Undoes the purchase, within the time that the law gives: another act than canceling. */
  withdraw(id: string, options: CommandOptions): Promise<CommandOutcome>;
  startVerification(request: StartVerification, options?: CallOptions): Promise<Verification>;
  /** `answer` is what the member typed, by itself or as `code`, or what their authenticator signed. */
  finishVerification(id: string, answer: string | FinishVerification, options?: CallOptions): Promise<VerificationProof>;
  /** The receipts of every membership that this member may see, the newest first. */
  listReceipts(filter?: ListReceipts, options?: CallOptions): Promise<ReceiptPage>;
  getReceipt(id: string, options?: CallOptions): Promise<Receipt>;
  /** A receipt as a file, in the language of the client where it is made of words. */
  receiptFile(id: string, format: ReceiptFormat, options?: CallOptions): Promise<Blob>;
  /** Asks a person to cancel; it counts from the moment it arrives. */
  requestSupport(request: RequestSupport, options?: CallOptions): Promise<SupportRequest>;
  /** What may be asked or offered after a cancellation took effect. */
  afterCancel(id: string, options?: CallOptions): Promise<AfterCancel>;
  sendFeedback(id: string, feedback: SendFeedback, options?: CallOptions): Promise<Taken>;
  acceptOffer(id: string, options?: CallOptions): Promise<Taken>;
  declineOffer(id: string, options?: CallOptions): Promise<Taken>;
  listFactors(options?: CallOptions): Promise<FactorList>;
  /** Begins to set up a way to verify; a member who has one already shows it first, by a proof of `changeFactors`. */
  addFactor(request: AddFactor, options?: CallOptions): Promise<FactorSetup>;
  finishFactor(id: string, answer: FinishFactor, options?: CallOptions): Promise<FactorList>;
  removeFactor(id: string, request?: RemoveFactor, options?: CallOptions): Promise<FactorList>;
}
