import { proxy } from 'hono/proxy';
import { createHostClient } from './host-client.ts';
import type { MembershipServer } from './membership-server.ts';

const mountPath = '/leavewell';

/**
 * Stands on a server that runs by itself, such as `leavewell serve --provider stripe`. Pages stay on one origin: what is
 * asked for below `/leavewell` is passed on. Nothing is seeded, for what there is belongs to that server.
 * @param endpoint - its address, with the mount path
 */
export function useRemoteServer(endpoint: string, hostKey: string): MembershipServer {
  return {
    handler: async (request) => {
      const { pathname, search } = new URL(request.url);
      return proxy(`${endpoint}${pathname.slice(mountPath.length)}${search}`, request);
    },
    host: createHostClient({ endpoint, hostKey, fetch }),
    description: `memberships are kept by ${endpoint}`,
    close: async () => {},
  };
}
