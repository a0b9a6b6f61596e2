import type { BillingProvider, BillingSubject } from '../../ports/billing-provider.ts';

/** A provider with something to provide for. Each test gets one of its own. */
export interface ProviderHarness {
  readonly provider: BillingProvider;
  /** The time of the company and of every command. */
  readonly now: () => Date;
  /** A subscription in its second period or later, that renews; `facts` are those that the provider reads. */
  readonly renewing: () => Promise<BillingSubject>;
  /** One that was ended before its time. */
  readonly ended: () => Promise<BillingSubject>;
  /** Lets go of what was opened. */
  readonly close: () => Promise<void>;
}

/** A notice as it comes over HTTP. */
export interface SignedNotice {
  readonly body: string;
  readonly headers: Headers;
}

/** The same for a provider that asks a company: the test stands in the company's place. */
export interface CompanyHarness extends ProviderHarness {
  readonly provider: Required<BillingProvider>;
  /** The company's identifier of the customer whose subscriptions these are. */
  readonly customer: string;
  /** A subscription that the company never had. */
  readonly missing: () => BillingSubject;
  /** How many writes of this subscription the company carried out. */
  readonly writesOf: (subject: BillingSubject) => number;
  /** Whether the company itself would charge again. */
  readonly willCharge: (subject: BillingSubject) => boolean;
  /** Somebody at the company, or in its portal, switches renewal off. */
  readonly cancelElsewhere: (subject: BillingSubject) => void;
  /** Whoever paid the newest charge has the bank take it back, so that the company will not give it back as well. */
  readonly disputeNewest: (subject: BillingSubject) => void;
  /** The next request does not arrive, or is carried out and its reply is lost. */
  readonly loseNext: (what: 'request' | 'reply', on: 'read' | 'write') => void;
  /** The next answer has words in it that the company added later. */
  readonly speakNewWords: () => void;
  /** A notice about a subscription, signed now with the right secret. */
  readonly noticeAbout: (subject: BillingSubject) => SignedNotice;
  /** Any body, signed with any secret at any time, as the company would. */
  readonly sign: (body: string, secret: string, at: Date) => Headers;
  /** The secret of `noticeAbout`. */
  readonly noticeSecret: string;
}
