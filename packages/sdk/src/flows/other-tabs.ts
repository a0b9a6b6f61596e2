/** That a membership was written: which, and its version. Nothing else leaves the tab. */
export interface MembershipNews {
  readonly id: string;
  readonly version: number;
}

/** A server and its members' news are known by the address of the server; a client without one has none. */
interface Addressed {
  readonly endpoint?: string;
}

const runtime: Partial<Pick<typeof globalThis, 'BroadcastChannel'>> = globalThis;

/** Some frames have the class and may not use it. */
function open({ endpoint }: Addressed): BroadcastChannel | undefined {
  try {
    return endpoint && runtime.BroadcastChannel ? new runtime.BroadcastChannel(`leavewell:${endpoint}`) : undefined;
  } catch {
    return undefined;
  }
}

function isNews(data: unknown): data is MembershipNews {
  return typeof data === 'object' && data !== null && 'id' in data && 'version' in data && Number.isInteger(data.version);
}

/** Tells the other tabs of this origin, and the other parts of this page, that they should read a membership again. */
export function tellOtherTabs(client: Addressed, { id, version }: MembershipNews): void {
  const channel = open(client);
  channel?.postMessage({ id, version });
  channel?.close();
}

/**
 * Hears of memberships that were written through another client of the same server, in this tab or another one, until
 * the returned function is called. Hears nothing where the runtime has no `BroadcastChannel`, and keeps no process alive.
 */
export function hearOtherTabs(client: Addressed, listener: (news: MembershipNews) => void): () => void {
  const channel = open(client);
  channel?.addEventListener('message', ({ data }) => {
    if (isNews(data)) listener(data);
  });
  // Node has it, browsers do not need it.
  if (channel && 'unref' in channel && typeof channel.unref === 'function') channel.unref();
  return () => channel?.close();
}
