import type { SupportChannel, VerificationMethod } from '@leavewell/contract';
import type { AfterCancelOptions } from './after-cancel/after-cancel-options.ts';
import type { StepUpOptions } from './verification/step-up-options.ts';
import type { ClientAddress } from './limits/client-address.ts';
import type { FloodGate } from './limits/flood-gate.ts';
import type { Limits } from './limits/limits.ts';
import type { LogEntry } from './logging/log-entry.ts';
import type { Tracer } from './logging/tracer.ts';
import type { OutboxRunner } from './outbox/outbox-runner.ts';
import type { BillingProvider } from './ports/billing-provider.ts';
import type { Clock } from './ports/clock.ts';
import type { MessageSender } from './ports/message-sender.ts';
import type { Store } from './ports/store.ts';
import type { Verifier } from './ports/verifier.ts';
import type { Policies } from './policy/create-policies.ts';
import type { ReceiptKey } from './receipts/receipt-key.ts';
import type { IdentifyHost } from './session/identify-host.ts';
import type { IdentifyMember } from './session/identify-member.ts';
import type { SessionTokens } from './session/session-tokens.ts';
import type { WebhookAddress } from './webhooks/out/webhook-address.ts';
import type { WebhookTransport } from './webhooks/out/webhook-transport.ts';

/** What the routes work with: the options of one handler, made ready. */
export interface Service {
  readonly store: Store;
  readonly clock: Clock;
  readonly sender: MessageSender;
  readonly mountPath: string;
  readonly providers: ReadonlyMap<string, BillingProvider>;
  readonly verifiers: ReadonlyMap<VerificationMethod, Verifier>;
  readonly policies: Policies;
  /** Whose pages for visitors without a login a request is for; null for nobody's. */
  readonly publicTenant: (request: Request) => string | null;
  readonly stepUp: StepUpOptions | null;
  readonly receiptKeys: readonly ReceiptKey[];
  readonly afterCancel: AfterCancelOptions;
  readonly supportChannels: readonly SupportChannel[];
  readonly allowedOrigins: readonly string[];
  /** Whether the host's own login is used, which may rest on cookies. */
  readonly usesHostLogin: boolean;
  readonly sessionTokens: SessionTokens;
  readonly identifyMember: IdentifyMember;
  readonly identifyHost: IdentifyHost;
  readonly outbox: OutboxRunner;
  readonly webhooks: readonly WebhookAddress[];
  readonly webhookTransport: WebhookTransport | null;
  /** Without secrets and personal data, whatever it is given. */
  readonly log: (entry: LogEntry) => void;
  readonly clientAddress: ClientAddress;
  readonly limits: Limits;
  readonly floodGate: FloodGate;
  readonly tracer: Tracer | undefined;
}
