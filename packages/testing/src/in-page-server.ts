import { PutMembershipResult, SessionToken, type HostMember } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { createMemberClient, type MemberClient } from '@leavewell/sdk';
import type { ProfileId } from '@leavewell/policies';
import {
  createHandler,
  type HandlerOptions,
  type LogEntry,
  type Message,
  type PolicyOptions,
  type Store,
  type Verifier,
} from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { answerWithFault, createFaultInjection, type Fault } from './fault-injection.ts';
import { createFixtureClock, type FixtureClock } from './fixture-clock.ts';
import { fixtureMembers, type FixtureMemberId } from './member-fixtures.ts';
import { fixtureNow, membershipFixture, type MembershipOverrides } from './membership-fixtures.ts';

/** What a test may choose. */
export interface InPageServerOptions {
  /** Whether cancelling asks for an SMS code; it does when absent. */
  readonly verification?: boolean;
  /** The place whose law is followed; `CN` when absent. */
  readonly place?: ProfileId;
  /** What the operator wishes, by place; an SMS code in `CN` when absent. */
  readonly wishes?: NonNullable<PolicyOptions['wishes']>;
  /** Further ways to verify. */
  readonly verifiers?: readonly Verifier[];
  /** Further options of the handler. */
  readonly handler?: Partial<Pick<HandlerOptions, 'afterCancel' | 'receiptKeys' | 'supportChannels' | 'identify'>>;
  /** The memberships declared at the start; `m_pro`, `m_export` and `m_team` when absent. */
  readonly memberships?: readonly string[];
  /** Members beside those of the fixtures, by id. */
  readonly members?: Readonly<Record<string, HostMember>>;
  /** Where the clock stands; `2026-11-22T02:42:00Z` when absent. */
  readonly now?: string;
}

/** One request that went through `fetch`; `status` is 0 when no answer came back. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** The real server with the memory store and the ledger, in this page or process. */
export interface InPageServer {
  /** What elements and clients call in the place of the network. */
  fetch(request: Request): Promise<Response>;
  /** The address it answers under. */
  readonly endpoint: string;
  /** A client of one member, Li Wen when absent, with a token minted by the host. */
  client(memberId?: string, language?: string): MemberClient;
  getToken(memberId?: string): Promise<string>;
  /** What was handed to the host's gateways, oldest first. */
  readonly inbox: readonly Message[];
  /** The newest code that was sent. */
  lastCode(): string;
  readonly clock: FixtureClock;
  readonly store: Store;
  readonly hostKey: string;
  /** Declares a membership through the host API: a fixture by its id, or `m_pro` under another id, with changes. */
  putMembership(id: string, overrides?: MembershipOverrides): Promise<PutMembershipResult>;
  /** Spoils requests to come: one, unless the fault names more. */
  failNext(fault: Fault): void;
  readonly requests: readonly RecordedRequest[];
  /** What the server logged. */
  readonly log: readonly LogEntry[];
}

const mountPath = '/leavewell';
const endpoint = `https://host.example${mountPath}`;
const hostKey = 'host-key-of-the-in-page-server';

type Handler = (request: Request) => Promise<Response>;

/** Calls the host API as the host's backend would, with its secret key. */
async function callHost(handler: Handler, method: 'POST' | 'PUT', path: string, body: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' };
  const request = new Request(`${endpoint}${path}`, { method, headers, body: JSON.stringify(body) });
  const response = await handler(request);
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** The clock, store, gateways and handler that one server is made of. */
function createParts(options: InPageServerOptions) {
  const clock = createFixtureClock(options.now ?? fixtureNow);
  const store = createMemoryStore();
  const inbox: Message[] = [];
  const log: LogEntry[] = [];
  const handler: Handler = createHandler({
    store,
    clock,
    mountPath,
    providers: [ledgerProvider()],
    hostKeys: [{ tenantId: 'demo', secret: hostKey }],
    sessionSecret: 'session-secret-of-the-in-page-server',
    policy: {
      place: options.place ?? 'CN',
      wishes: options.wishes ?? { CN: { verification: options.verification === false ? [] : ['sms_code'] } },
    },
    verifiers: options.verifiers ?? [],
    supportChannels: [{ kind: 'email', value: 'help@northwind.example' }],
    ...options.handler,
    sender: {
      send: async (message) => {
        inbox.push(message);
      },
    },
    log: (entry) => log.push(entry),
  });
  return { clock, store, inbox, log, handler };
}

/** The code that was sent last. */
function lastCodeIn(inbox: readonly Message[]): string {
  const message = inbox.findLast(({ kind }) => kind === 'verification_code');
  if (message?.kind !== 'verification_code') throw new Error('No code was sent yet.');
  return message.code;
}

/** What the host's backend does: declares memberships and mints session tokens. */
function createHost(handler: Handler, members: Readonly<Record<string, HostMember>>) {
  return {
    async putMembership(id: string, overrides?: MembershipOverrides): Promise<PutMembershipResult> {
      const response = await callHost(handler, 'PUT', `/v1/host/memberships/${id}`, membershipFixture(id, overrides));
      return PutMembershipResult.parse(await response.json());
    },
    async getToken(memberId: string): Promise<string> {
      const member = members[memberId];
      if (member === undefined) throw new Error(`No member "${memberId}"; give it in the option "members".`);
      const response = await callHost(handler, 'POST', '/v1/host/sessions', { member });
      return SessionToken.parse(await response.json()).token;
    },
  };
}

/** `fetch` of the page: waits for the first memberships, spoils what a test asked for, and records every request. */
function createFetch(handler: Handler, seeded: () => Promise<unknown>) {
  const faults = createFaultInjection(mountPath);
  const requests: RecordedRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    await seeded();
    const { method } = request;
    const path = new URL(request.url).pathname.slice(mountPath.length);
    const fault = faults.take(request);
    try {
      const response = await (fault ? answerWithFault(fault, request, handler) : handler(request));
      requests.push({ method, path, status: response.status });
      return response;
    } catch (error) {
      requests.push({ method, path, status: 0 });
      throw error;
    }
  };
  return { fetch, requests, failNext: faults.failNext };
}

/** Starts the real server with the memory store; it needs no network, so it runs in a page as well as in Node. */
export function createInPageServer(options: InPageServerOptions = {}): InPageServer {
  const { clock, store, inbox, log, handler } = createParts(options);
  const host = createHost(handler, { ...fixtureMembers, ...options.members });
  let seeding: Promise<unknown> | undefined;
  const seeded = () =>
    (seeding ??= Promise.all((options.memberships ?? ['m_pro', 'm_export', 'm_team']).map((id) => host.putMembership(id))));
  const { fetch, requests, failNext } = createFetch(handler, seeded);
  const getToken = (memberId: string = 'li-wen' satisfies FixtureMemberId) => host.getToken(memberId);
  return {
    fetch,
    endpoint,
    client: (memberId, language = 'en') =>
      createMemberClient({ endpoint, getToken: () => getToken(memberId), fetch, language: () => language }),
    getToken,
    inbox,
    lastCode: () => lastCodeIn(inbox),
    clock,
    store,
    hostKey,
    putMembership: async (id, overrides) => {
      await seeded();
      return host.putMembership(id, overrides);
    },
    failNext,
    requests,
    log,
  };
}
