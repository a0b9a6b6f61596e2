import type { RenewalCommand, SupportChannel, VerificationMethod } from '@leavewell/contract';
import { createKeyedMutex, type KeyedMutex } from './commands/keyed-mutex.ts';
import type { HandlerOptions, LogEntry } from './handler-options.ts';
import { createOutboxRunner, type OutboxRunner } from './outbox/outbox-runner.ts';
import type { BillingProvider } from './ports/billing-provider.ts';
import { systemClock, type Clock } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import type { Verifier } from './ports/verifier.ts';
import { identifyHost, type IdentifyHost } from './session/identify-host.ts';
import { identifyMember, type IdentifyMember } from './session/identify-member.ts';
import { createSessionTokens, type SessionTokens } from './session/session-tokens.ts';
import { createSmsVerifier } from './verification/sms-code.ts';

/** What the routes work with: the options of one handler, made ready. */
export interface Service {
  readonly store: Store;
  readonly clock: Clock;
  readonly mountPath: string;
  readonly providers: ReadonlyMap<string, BillingProvider>;
  readonly verifiers: ReadonlyMap<VerificationMethod, Verifier>;
  /** One of these methods must have been passed before the command; none is asked for when empty. */
  readonly requiredProof: Readonly<Record<RenewalCommand, readonly VerificationMethod[]>>;
  readonly supportChannels: readonly SupportChannel[];
  readonly allowedOrigins: readonly string[];
  /** Whether the host's own login is used, which may rest on cookies. */
  readonly usesHostLogin: boolean;
  readonly sessionTokens: SessionTokens;
  readonly identifyMember: IdentifyMember;
  readonly identifyHost: IdentifyHost;
  /** One change of one membership at a time, within this process. */
  readonly membershipMutex: KeyedMutex;
  /** Hashes of the commands that this process is running, by member and idempotency key. */
  readonly runningCommands: Map<string, string>;
  readonly outbox: OutboxRunner;
  readonly log: (entry: LogEntry) => void;
}

/** Makes checked options ready for the routes. */
export function createService(options: HandlerOptions): Service {
  const { store, sender, sessionSecret, clock = systemClock, log = () => {} } = options;
  const sessionTokens = createSessionTokens(sessionSecret, clock);
  const verifiers = [createSmsVerifier({ sender, sessionSecret }), ...(options.verifiers ?? [])];
  return {
    store,
    clock,
    log,
    sessionTokens,
    mountPath: options.mountPath ?? '',
    providers: new Map(options.providers.map((provider) => [provider.name, provider])),
    verifiers: new Map(verifiers.map((verifier) => [verifier.method, verifier])),
    requiredProof: { cancelRenewal: options.verification?.cancelRenewal ?? [], resumeRenewal: [] },
    supportChannels: options.supportChannels ?? [],
    allowedOrigins: options.allowedOrigins ?? [],
    usesHostLogin: options.identify !== undefined,
    identifyMember: identifyMember({ store, sessionTokens, identify: options.identify }),
    identifyHost: identifyHost(options.hostKeys),
    membershipMutex: createKeyedMutex(),
    runningCommands: new Map(),
    outbox: createOutboxRunner({ store, sender, clock, log }),
  };
}
