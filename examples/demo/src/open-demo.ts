import { join } from 'node:path';
import { clockStartingAt, systemClock } from '@leavewell/server';
import { keptSecret } from './data-folder.ts';
import type { DemoSettings } from './demo-settings.ts';
import { openEmbeddedServer } from './embedded-server.ts';
import { createHostSite } from './host-site.ts';
import { openInbox } from './inbox/inbox.ts';
import { inboxSender } from './inbox/inbox-sender.ts';
import { possibleOrigins } from './listen.ts';
import { useRemoteServer } from './remote-server.ts';

/** The demo, ready to be served. */
export interface Demo {
  readonly handler: (request: Request) => Promise<Response>;
  /** Engine, place and durability of what is kept. */
  readonly store: string;
  /** Stops what runs by itself and closes the files. */
  close(): Promise<void>;
}

/** Opens the files in the folder, declares what is not there yet, and puts the site together. */
export async function openDemo({ folder, server, now, ...settings }: DemoSettings): Promise<Demo> {
  const hostKey = settings.hostKey ?? keptSecret(folder, 'host-key');
  const inbox = openInbox(join(folder, 'inbox.sqlite'));
  const clock = now === null ? systemClock : clockStartingAt(now);
  const sender = inboxSender(inbox, clock);
  const leavewell =
    server === null
      ? await openEmbeddedServer({ folder, hostKey, sender, clock, origins: possibleOrigins(settings) })
      : useRemoteServer(server, hostKey);
  const site = await createHostSite({ ...leavewell, inbox, gateway: server === null ? null : sender });
  return {
    handler: async (request) => site.fetch(request),
    store: leavewell.description,
    close: async () => {
      await leavewell.close();
      inbox.close();
    },
  };
}
