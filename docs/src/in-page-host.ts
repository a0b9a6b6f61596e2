import { SessionToken, type PutMembership } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { createHandler, clockStartingAt, type Message } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { membership } from './live-membership.ts';

/** A host's backend and the leavewell server, both inside this page. */
export interface InPageHost {
  /** What a client calls in the place of the network. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** A session token for the one member of this page. */
  getToken(): Promise<string>;
}

const mountPath = '/leavewell';
const hostKey = 'a-host-key-that-protects-nothing-here';

/** Who reads this page, as the host knows them. */
const member = {
  id: 'li-wen',
  name: 'Li Wen',
  phone: '+8613800002207',
  email: 'li.wen@northwind.example',
  language: 'en',
  account: { id: 'northwind', kind: 'company', name: 'Northwind Trading', administratorName: 'Li Wen' },
  permissions: ['cancel_own', 'manage_members'],
} as const;

/** Starts the real server with the memory store; every message it sends goes to `onMessage`. */
export async function startHost(onMessage: (message: Message) => void): Promise<InPageHost> {
  const fetch = createHandler({
    mountPath,
    store: createMemoryStore(),
    providers: [ledgerProvider()],
    clock: clockStartingAt('2026-11-22T02:42:00Z'),
    hostKeys: [{ tenantId: 'docs', secret: hostKey }],
    sessionSecret: crypto.randomUUID(),
    policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } },
    sender: { send: async (message) => onMessage(message) },
  });
  const callHost = (method: string, path: string, body: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
    return fetch(new Request(`${location.origin}${mountPath}${path}`, { method, headers, body: JSON.stringify(body) }));
  };
  await callHost('PUT', '/v1/host/memberships/m_pro', membership satisfies PutMembership);
  return {
    fetch,
    getToken: async () => SessionToken.parse(await (await callHost('POST', '/v1/host/sessions', { member })).json()).token,
  };
}
