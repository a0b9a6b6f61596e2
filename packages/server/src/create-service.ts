import type { HandlerOptions } from './handler-options.ts';
import { createClientAddress } from './limits/client-address.ts';
import { createFloodGate } from './limits/flood-gate.ts';
import { createLimits } from './limits/limits.ts';
import { createRefuseKey } from './limits/refused-keys.ts';
import { cleanLog } from './logging/clean-log.ts';
import { withoutRepeats } from './logging/without-repeats.ts';
import { inProcessRunner } from './outbox/outbox-runner.ts';
import { performTask } from './outbox/perform-task.ts';
import { createPolicies } from './policy/create-policies.ts';
import { systemClock } from './ports/clock.ts';
import type { Service } from './service.ts';
import { identifyHost, tenantOfKey } from './session/identify-host.ts';
import { identifyMember } from './session/identify-member.ts';
import { knownCaller } from './session/known-caller.ts';
import { createSessionTokens } from './session/session-tokens.ts';
import { createEmailVerifier } from './verification/email-code.ts';
import { createSmsVerifier } from './verification/sms-code.ts';

const unnamedProxy =
  'A proxy forwards requests and is not named, so that all behind it count as one caller: give it in "trustedProxies".';

function publicTenantOf({ publicTenant, hostKeys }: HandlerOptions): Service['publicTenant'] {
  if (typeof publicTenant === 'function') return publicTenant;
  const tenant = publicTenant ?? hostKeys[0]?.tenantId ?? null;
  return () => tenant;
}

/** Makes checked options ready for the routes. */
export function createService(options: HandlerOptions): Service {
  const { store, sessionSecret, identify, clock = systemClock } = options;
  const sender = withoutRepeats(options.sender);
  const log = cleanLog(options.log ?? (() => {}));
  const sessionTokens = createSessionTokens(sessionSecret, clock);
  const limits = createLimits(sessionSecret, options.limits);
  const refuseKey = createRefuseKey(limits, clock);
  const findTenant = tenantOfKey(options.hostKeys);
  const builtIn = [createSmsVerifier({ sender, sessionSecret }), createEmailVerifier({ sender, sessionSecret })];
  const verifiers = [...builtIn, ...(options.verifiers ?? []).map(withoutRepeats)];
  const service: Service = {
    store,
    clock,
    sender,
    log,
    sessionTokens,
    mountPath: options.mountPath ?? '',
    providers: new Map(options.providers.map((provider) => [provider.name, withoutRepeats(provider)])),
    verifiers: new Map(verifiers.map((verifier) => [verifier.method, verifier])),
    policies: createPolicies(options.policy),
    publicTenant: publicTenantOf(options),
    stepUp: options.stepUp ?? null,
    receiptKeys: options.receiptKeys ?? [],
    afterCancel: options.afterCancel ?? {},
    supportChannels: options.supportChannels ?? [],
    allowedOrigins: options.allowedOrigins ?? [],
    usesHostLogin: identify !== undefined,
    identifyMember: identifyMember({ store, sessionTokens, refuseKey, identify }),
    identifyHost: identifyHost(findTenant, refuseKey),
    limits,
    floodGate: createFloodGate(limits, clock, knownCaller({ sessionTokens, findTenant, identify })),
    clientAddress: createClientAddress({
      trustedProxies: options.trustedProxies ?? [],
      onUnnamedProxy: () => log({ level: 'info', message: unnamedProxy }),
    }),
    tracer: options.tracer,
    webhooks: options.webhooks ?? [],
    webhookTransport: options.webhookTransport ?? null,
    outbox: (options.runner ?? inProcessRunner)({ store, clock, log, perform: (key) => performTask(service, key) }),
  };
  return service;
}
