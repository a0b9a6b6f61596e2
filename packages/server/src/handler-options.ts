import type { SupportChannel, VerificationMethod } from '@leavewell/contract';
import type { BillingProvider } from './ports/billing-provider.ts';
import type { Clock } from './ports/clock.ts';
import type { MessageSender } from './ports/message-sender.ts';
import type { MemberRecord, Store } from './ports/store.ts';
import type { Verifier } from './ports/verifier.ts';

/** A secret of one tenant's backend. Give two for a while to rotate one. */
export interface HostKey {
  readonly tenantId: string;
  /** At least 16 characters. */
  readonly secret: string;
}

/** One line about one request; never holds a code, token, phone or text a person wrote. */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly requestId?: string;
  readonly error?: unknown;
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
  readonly identify?: (request: Request) => Promise<MemberRecord | null>;
  /** Which methods may prove a command; one of them is then required. None when absent. */
  readonly verification?: { readonly cancelRenewal: readonly VerificationMethod[] };
  /** Further ways to verify; SMS codes are built in. */
  readonly verifiers?: readonly Verifier[];
  readonly supportChannels?: readonly SupportChannel[];
  /** Origins, beside our own, whose pages may call: `https://www.example.com`. None when absent. */
  readonly allowedOrigins?: readonly string[];
  readonly log?: (entry: LogEntry) => void;
}
