/// <reference types="node" />
import { mkdir } from 'node:fs/promises';
import { serve as listen, type RunningServer } from '../adapters/node.ts';
import { createServer } from '../handler.ts';
import type { HandlerOptions } from '../handler-options.ts';
import { jsonLog } from '../logging/json-log.ts';
import { httpSender, noSender } from '../outbox/http-sender.ts';
import { nodeWebhookTransport } from '../webhooks/out/node-transport.ts';
import { loadProvider } from './load-provider.ts';
import { openEngine } from './open-engine.ts';
import { readEnvironment, type Environment } from './read-environment.ts';
import { receiptKeysOf } from './receipt-key.ts';
import type { Flags } from './read-flags.ts';
import { sessionSecretIn } from './session-secret.ts';

const outboxEveryMs = 5_000;
const tenantId = 'default';

/** Starts the server that the command line and the environment describe, and says what is in force. */
export async function serve(flags: Flags, variables: NodeJS.ProcessEnv): Promise<RunningServer> {
  const environment = readEnvironment(variables);
  const providers = await Promise.all(flags.providers.map(loadProvider));
  await mkdir(flags.data, { recursive: true, mode: 0o700 });
  const sessionSecret = environment.sessionSecret ?? (await sessionSecretIn(flags.data));
  const receiptKeys = await receiptKeysOf(flags.data, environment.receiptKeys);
  const engine = await openEngine(flags.data, environment.databaseUrl);
  const { handler, outbox } = createServer({
    ...engine,
    ...optionsOf(flags, environment),
    providers,
    sessionSecret,
    receiptKeys,
  });
  const server = await listen({ handler, port: flags.port, hostname: flags.host });
  const stopOutbox = outbox.start(outboxEveryMs);
  console.log(`store: ${engine.store.describe()}`);
  console.log(policyLine(environment));
  console.log(`providers: ${providers.map(({ name }) => name).join(', ')}`);
  return {
    url: `${server.url}${flags.mountPath}`,
    close: async () => {
      await server.close();
      await stopOutbox();
      await engine.store.close();
    },
  };
}

function optionsOf(
  { mountPath, allowedOrigins, trustedProxies, limits }: Flags,
  { clock, hostKeys, messagesUrl, webhook, place, verification }: Environment,
): Omit<HandlerOptions, 'store' | 'providers' | 'sessionSecret'> {
  return {
    clock,
    mountPath,
    allowedOrigins,
    trustedProxies,
    limits,
    sender: messagesUrl === null ? noSender : httpSender(messagesUrl),
    hostKeys: hostKeys.map((secret) => ({ tenantId, secret })),
    policy: { place, ...(verification.length > 0 && { wishes: { [place]: { verification } } }) },
    ...(webhook && { webhooks: [{ tenantId, ...webhook }], webhookTransport: nodeWebhookTransport() }),
    log: jsonLog(),
  };
}

function policyLine({ place, verification }: Environment): string {
  return `policy: ${place}, verification: ${verification.length === 0 ? 'none' : verification.join(', ')}`;
}
