import { join } from 'node:path';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { createServer, ServiceError, type Clock, type LogEntry, type MessageSender, type Store } from '@leavewell/server';
import { openSqliteStore } from '@leavewell/server/sqlite';
import { keptSecret } from './data-folder.ts';
import { keptReceiptKey } from './receipt-key.ts';
import { DemoSettingsError } from './demo-settings.ts';
import { createHostClient } from './host-client.ts';
import type { MembershipServer } from './membership-server.ts';
import { seedAbsentMemberships } from './seed/seed-memberships.ts';
import { afterCancel } from './after-cancel.ts';
import { operatorWishes, policyIn } from './site-policy.ts';
import { supportChannels } from './support-channels.ts';
import { demoVerifiers } from './demo-verifiers.ts';

const tenantId = 'demo';
const mountPath = '/leavewell';
const deliverEveryMs = 2_000;

/** What the demo brings of its own. */
export interface EmbeddedServerOptions {
  readonly folder: string;
  readonly hostKey: string;
  readonly sender: MessageSender;
  readonly clock: Clock;
  /** Where the site may be reached; passkeys are bound to it. */
  readonly origins: readonly string[];
}

function log({ level, message, requestId, error }: LogEntry): void {
  if (level === 'error') console.error([message, requestId, error].filter(Boolean).join(' '));
}

async function openStore(folder: string): Promise<Store> {
  return openSqliteStore({ file: join(folder, 'leavewell.sqlite') }).catch((cause: unknown) => {
    const reason = cause instanceof ServiceError ? cause.message : String(cause);
    throw new DemoSettingsError(`LEAVEWELL_DATA is "${folder}". ${reason}`, { cause });
  });
}

/** Sets leavewell up inside this process as any host would; only the sender and the clock are the demo's own. */
export async function openEmbeddedServer({
  folder,
  hostKey,
  sender,
  clock,
  origins,
}: EmbeddedServerOptions): Promise<MembershipServer> {
  const store = await openStore(folder);
  const verifiers = demoVerifiers(keptSecret(folder, 'sealing-secret'), origins);
  const { handler, outbox } = createServer({
    store,
    sender,
    clock,
    log,
    mountPath,
    providers: [ledgerProvider()],
    hostKeys: [{ tenantId, secret: hostKey }],
    sessionSecret: keptSecret(folder, 'session-secret'),
    policy: { place: (request) => policyIn(new URL(request.url).searchParams), wishes: operatorWishes },
    verifiers,
    afterCancel,
    receiptKeys: [await keptReceiptKey(folder)],
    supportChannels,
  });
  const stopOutbox = outbox.start(deliverEveryMs);
  const host = createHostClient({ endpoint: `http://127.0.0.1${mountPath}`, hostKey, fetch: handler });
  await seedAbsentMemberships(host, store, tenantId, clock.now());
  return {
    handler,
    host,
    description: store.describe(),
    close: async () => {
      await stopOutbox();
      await store.close();
    },
  };
}
