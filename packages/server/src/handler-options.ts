import type { SupportChannel } from '@leavewell/contract';
import type { AfterCancelOptions } from './after-cancel/after-cancel-options.ts';
import type { LimitChanges } from './limits/limit-table.ts';
import type { LogEntry } from './logging/log-entry.ts';
import type { Tracer } from './logging/tracer.ts';
import type { RunnerFactory } from './outbox/outbox-runner.ts';
import type { BillingProvider } from './ports/billing-provider.ts';
import type { Clock } from './ports/clock.ts';
import type { MessageSender } from './ports/message-sender.ts';
import type { PolicyOptions } from './policy/create-policies.ts';
import type { Store } from './ports/store.ts';
import type { ReceiptKey } from './receipts/receipt-key.ts';
import type { HostIdentity } from './session/identify-member.ts';
import type { Verifier } from './ports/verifier.ts';
import type { StepUpOptions } from './verification/step-up-options.ts';
import type { WebhookAddress } from './webhooks/out/webhook-address.ts';
import type { WebhookTransport } from './webhooks/out/webhook-transport.ts';

/** A secret of one tenant's backend. Give two for a while to rotate one. */
export interface HostKey {
  readonly tenantId: string;
  /** At least 16 characters. */
  readonly secret: string;
}

/** Everything `createHandler` needs. */
export interface HandlerOptions {
  readonly store: Store;
  /** By name; memberships name theirs. */
  readonly providers: readonly BillingProvider[];
  readonly sender: MessageSender;
  readonly hostKeys: readonly HostKey[];
  /** Signs session tokens. At least 32 characters. */
  readonly sessionSecret: string;
  /** Where the API is mounted, without a slash at the end: `/leavewell`. `''` for the root. */
  readonly mountPath?: string;
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** The host's own login instead of our session tokens; null when nobody is logged in. */
  readonly identify?: (request: Request) => Promise<HostIdentity | null>;
  /** Whose law is followed, and what the operator wishes beyond it; our strict default `BASE` when absent. */
  readonly policy?: PolicyOptions;
  /**
   * Whose pages `/cancel` and `/withdraw` are, for visitors without a login; the tenant of the first host key when absent,
   * null for nobody's.
   */
  readonly publicTenant?: string | ((request: Request) => string | null);
  /** How strong and how fresh the host's own login has to be for `host_login` to count (RFC 9470). */
  readonly stepUp?: StepUpOptions;
  /** Further ways to verify, such as `passkeyVerifier`; SMS and e-mail codes are built in. */
  readonly verifiers?: readonly Verifier[];
  /** Signs receipts: the first key signs, the others are published for what they signed before. Unsigned when absent. */
  readonly receiptKeys?: readonly ReceiptKey[];
  /** What members may be asked after a cancellation, and what they may be offered. Nothing when absent. */
  readonly afterCancel?: AfterCancelOptions;
  readonly supportChannels?: readonly SupportChannel[];
  /** Origins, beside our own, whose pages may call: `https://www.example.com`. None when absent. */
  readonly allowedOrigins?: readonly string[];
  /** Who does what is due; a runner within this process when absent. `postgresRunner` shares it out to many. */
  readonly runner?: RunnerFactory;
  /** Addresses of the hosts' backends that hear of every event, by Standard Webhooks. None when absent. */
  readonly webhooks?: readonly WebhookAddress[];
  /** Who posts to them: `nodeWebhookTransport()` on Node. Needed with `webhooks`. */
  readonly webhookTransport?: WebhookTransport;
  /**
   * Addresses and CIDR ranges of the proxies before this server, such as `10.0.0.0/8`. `X-Forwarded-For` and
   * `Forwarded` count only when one of them sent it. None when absent.
   */
  readonly trustedProxies?: readonly string[];
  /** Other numbers than those of `limitTable`, or `off`. */
  readonly limits?: LimitChanges;
  readonly log?: (entry: LogEntry) => void;
  /** `trace.getTracer('leavewell')` of `@opentelemetry/api`; nothing is traced when absent. */
  readonly tracer?: Tracer;
}
