import type { HostClient } from './host-client.ts';

/** The leavewell that the site stands on: inside this process, or a server of its own. */
export interface MembershipServer {
  /** Answers what is asked for below `/leavewell`. */
  readonly handler: (request: Request) => Promise<Response>;
  readonly host: HostClient;
  /** Where memberships are kept, for whoever starts the demo. */
  readonly description: string;
  close(): Promise<void>;
}
