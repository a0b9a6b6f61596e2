import { join } from 'node:path';
import { ledgerProvider } from '@leavewell/providers/ledger';
import {
  clockStartingAt,
  createHandler,
  createOutboxRunner,
  ServiceError,
  systemClock,
  type Clock,
  type LogEntry,
  type MessageSender,
  type Store,
} from '@leavewell/server';
import { openSqliteStore } from '@leavewell/server/sqlite';
import { keptSecret } from './data-folder.ts';
import { DemoSettingsError, type DemoSettings } from './demo-settings.ts';
import { createHostClient } from './host-client.ts';
import { createHostSite } from './host-site.ts';
import { openInbox } from './inbox/inbox.ts';
import { inboxSender } from './inbox/inbox-sender.ts';
import { seedAbsentMemberships } from './seed/seed-memberships.ts';
import { supportChannels } from './support-channels.ts';

/** The demo, ready to be served. */
export interface Demo {
  readonly handler: (request: Request) => Promise<Response>;
  /** Engine, place and durability of what is kept. */
  readonly store: string;
  /** Stops what runs by itself and closes the files. */
  close(): Promise<void>;
}

const tenantId = 'demo';
const mountPath = '/leavewell';
const deliverEveryMs = 2_000;

function log({ level, message, requestId, error }: LogEntry): void {
  if (level === 'error') console.error([message, requestId, error].filter(Boolean).join(' '));
}

interface Ports {
  readonly store: Store;
  readonly sender: MessageSender;
  readonly clock: Clock;
}

/** Sets leavewell up as any host would; only the sender and the clock are the demo's own. */
function setUp(folder: string, hostKey: string, { store, sender, clock }: Ports) {
  const handler = createHandler({
    store,
    sender,
    clock,
    log,
    mountPath,
    providers: [ledgerProvider()],
    hostKeys: [{ tenantId, secret: hostKey }],
    sessionSecret: keptSecret(folder, 'session-secret'),
    verification: { cancelRenewal: ['sms_code'] },
    supportChannels,
  });
  return { handler, stopDelivering: createOutboxRunner({ store, sender, clock, log }).start(deliverEveryMs) };
}

async function openStore(folder: string): Promise<Store> {
  return openSqliteStore({ file: join(folder, 'leavewell.sqlite') }).catch((cause: unknown) => {
    const reason = cause instanceof ServiceError ? cause.message : String(cause);
    throw new DemoSettingsError(`LEAVEWELL_DATA is "${folder}". ${reason}`, { cause });
  });
}

/** Opens the files in the folder, declares what is not there yet, and puts the site together. */
export async function openDemo(settings: DemoSettings): Promise<Demo> {
  const hostKey = settings.hostKey ?? keptSecret(settings.folder, 'host-key');
  const store = await openStore(settings.folder);
  const inbox = openInbox(join(settings.folder, 'inbox.sqlite'));
  const clock = settings.now === null ? systemClock : clockStartingAt(settings.now);
  const { handler, stopDelivering } = setUp(settings.folder, hostKey, { store, clock, sender: inboxSender(inbox, clock) });
  const host = createHostClient({ endpoint: `http://127.0.0.1${mountPath}`, hostKey, fetch: handler });
  await seedAbsentMemberships(host, store, tenantId);
  const site = await createHostSite({ handler, host, inbox });
  return {
    handler: async (request) => site.fetch(request),
    store: store.describe(),
    close: async () => {
      stopDelivering();
      await store.close();
      inbox.close();
    },
  };
}
