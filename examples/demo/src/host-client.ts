import { SessionToken, type HostMember, type PutMembership } from '@leavewell/contract';

/** What the host's backend asks of leavewell, with its secret key. */
export interface HostClient {
  /** A session token for a member who is logged in at the host, under the law of a place. */
  createSession(member: HostMember, place: string): Promise<string>;
  putMember(member: HostMember): Promise<void>;
  putMembership(id: string, declaration: PutMembership): Promise<void>;
}

/** How to reach the server: here inside the same process, elsewhere `fetch`. */
export interface HostClientOptions {
  readonly endpoint: string;
  readonly hostKey: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A few lines that every host writes in its own backend, in its own language. The key never reaches a browser. */
export function createHostClient({ endpoint, hostKey, fetch }: HostClientOptions): HostClient {
  const call = async (method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
    const response = await fetch(new Request(`${endpoint}${path}`, { method, headers, body: JSON.stringify(body) }));
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${answer}`);
    return JSON.parse(answer);
  };
  return {
    createSession: async (member, place) =>
      SessionToken.parse(await call('POST', '/v1/host/sessions', { member, place })).token,
    putMember: async ({ id, ...member }) => {
      await call('PUT', `/v1/host/members/${encodeURIComponent(id)}`, member);
    },
    putMembership: async (id, declaration) => {
      await call('PUT', `/v1/host/memberships/${encodeURIComponent(id)}`, declaration);
    },
  };
}
