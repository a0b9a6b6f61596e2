import {
  Problem,
  operations,
  refusalErrors,
  serverErrors,
  type OperationName,
  type Receipt,
  type RenewalOutcome,
  type ResponseOf,
} from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import {
  createServer,
  type Handler,
  type HandlerOptions,
  type LogEntry,
  type Message,
  type OutboxRunner,
  type Store,
} from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import {
  createFixtureClock,
  fixtureMembers,
  fixtureNow,
  membershipFixture,
  type FixtureClock,
  type FixtureMemberId,
  type MembershipOverrides,
} from '@leavewell/testing';
import assert from 'node:assert/strict';

/** What one request says beside its operation. */
export interface Ask {
  readonly id?: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** The idempotency key. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as it came. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What an operation answers with status 200; a command has its receipt then. */
type Answered<N extends OperationName> =
  ResponseOf<(typeof operations)[N]> extends RenewalOutcome
    ? RenewalOutcome & { readonly receipt: Receipt }
    : ResponseOf<(typeof operations)[N]>;

/** Somebody with a token or key. Every answer is parsed with the contract. */
export interface Caller {
  ask(name: OperationName, ask?: Ask): Promise<Reply>;
  /** Fails the test unless the answer is 200. */
  ok<N extends OperationName>(name: N, ask?: Ask): Promise<Answered<N>>;
  /** Fails the test unless the answer is a problem with this code and its status. */
  refused(name: OperationName, code: keyof typeof statusOf, ask?: Ask): Promise<Problem>;
}

/** A handler with everything around it. */
export interface TestServer {
  readonly handler: Handler;
  readonly store: Store;
  /** What requests left to be done. */
  readonly outbox: OutboxRunner;
  readonly clock: FixtureClock;
  readonly inbox: readonly Message[];
  readonly log: readonly LogEntry[];
  readonly host: Caller;
  /** The backend of the other tenant. */
  readonly otherHost: Caller;
  member(id?: FixtureMemberId, host?: Caller): Promise<Caller>;
  caller(headers: Readonly<Record<string, string>>): Caller;
  declare(id: string, overrides?: MembershipOverrides, host?: Caller): Promise<void>;
  lastCode(): string;
  /** Resolves when this many receipts have arrived. */
  receiptsArrived(count: number): Promise<void>;
}

const statusOf = { ...serverErrors, ...refusalErrors };

/** Where the handlers under test are mounted. */
export const base = 'https://host.example/leavewell';
/** The secret of the tenant `acme`. */
export const hostKey = 'acme-host-key-0123456789';
const otherHostKey = 'other-host-key-0123456789';

/** The request that a caller sends for an operation. */
export function requestFor(name: OperationName, ask: Ask, caller: Readonly<Record<string, string>>): Request {
  const { method, path } = operations[name];
  const url = new URL(base + path.replace(/\{\w+\}/, encodeURIComponent(ask.id ?? '')));
  for (const [field, value] of Object.entries(ask.query ?? {})) url.searchParams.set(field, value);
  const headers = new Headers(caller);
  if (method !== 'GET') headers.set('content-type', 'application/json');
  if (ask.key !== undefined) headers.set('idempotency-key', ask.key);
  for (const [field, value] of Object.entries(ask.headers ?? {})) headers.set(field, value);
  return new Request(url, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(ask.body ?? {}) }) });
}

// What the compiler cannot follow: the schema that parses is the one the type is read from.
function parseAnswer<N extends OperationName>(name: N, text: string): Answered<N>;
function parseAnswer(name: OperationName, text: string): unknown {
  return operations[name].response.parse(JSON.parse(text));
}

/** Checks what holds for every answer. */
async function replyOf(response: Response): Promise<Reply> {
  const { status, headers } = response;
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
  return { status, headers, text: await response.text() };
}

/** A problem document, checked against its code and headers. */
export function problemOf({ status, headers, text }: Reply): Problem {
  assert.equal(headers.get('content-type'), 'application/problem+json', text);
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.status, status);
  assert.equal(problem.requestId, headers.get('x-request-id'));
  return problem;
}

function callerWith(handler: TestServer['handler'], headers: Readonly<Record<string, string>>): Caller {
  const ask: Caller['ask'] = async (name, asked = {}) => replyOf(await handler(requestFor(name, asked, headers)));
  return {
    ask,
    async ok(name, asked) {
      const reply = await ask(name, asked);
      assert.equal(reply.status, 200, `${name}: ${reply.text}`);
      assert.doesNotMatch(reply.text, /"receipt":null/);
      return parseAnswer(name, reply.text);
    },
    async refused(name, code, asked) {
      const problem = problemOf(await ask(name, asked));
      assert.deepEqual([problem.code, problem.status], [code, statusOf[code]]);
      return problem;
    },
  };
}

/** A gateway that takes everything and tells when receipts have come. */
function createInbox() {
  const inbox: Message[] = [];
  const waiting = new Set<() => void>();
  const receipts = () => inbox.filter(({ kind }) => kind === 'receipt').length;
  return {
    inbox,
    send: async (message: Message): Promise<void> => {
      inbox.push(message);
      for (const check of waiting) check();
    },
    receiptsArrived: (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (receipts() >= count) resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}

/** Starts a handler with the ledger, the memory store, a standing clock and `m_pro` of Li Wen; options replace any part. */
export async function startServer(options: Partial<HandlerOptions> = {}): Promise<TestServer> {
  const clock = createFixtureClock(fixtureNow);
  const { inbox, send, receiptsArrived } = createInbox();
  const log: LogEntry[] = [];
  const store = options.store ?? createMemoryStore();
  const { handler, outbox } = createServer({
    clock,
    mountPath: '/leavewell',
    providers: [ledgerProvider()],
    hostKeys: [
      { tenantId: 'acme', secret: hostKey },
      { tenantId: 'other', secret: otherHostKey },
    ],
    sessionSecret: 'a-session-secret-of-32-characters',
    policy: { place: 'CN', wishes: { CN: { verification: ['sms_code'] } } },
    sender: { send },
    log: (entry) => log.push(entry),
    ...options,
    store,
  });
  const bearer = (token: string) => callerWith(handler, { authorization: `Bearer ${token}` });
  const host = bearer(hostKey);
  const server: TestServer = {
    handler,
    store,
    outbox,
    clock,
    inbox,
    log,
    host,
    otherHost: bearer(otherHostKey),
    receiptsArrived,
    caller: (headers) => callerWith(handler, headers),
    member: async (id = 'li-wen', of = host) =>
      bearer((await of.ok('createSession', { body: { member: fixtureMembers[id] } })).token),
    declare: async (id, overrides, by = host) => {
      await by.ok('putMembership', { id, body: membershipFixture(id, overrides) });
    },
    lastCode: () => {
      const message = inbox.findLast(({ kind }) => kind === 'verification_code');
      assert.ok(message?.kind === 'verification_code', 'no code was sent');
      return message.code;
    },
  };
  await server.declare('m_pro');
  return server;
}

/** Verifies a caller for a command by the code that was sent, and resolves to the proof. */
export async function proofOf(
  server: TestServer,
  caller: Caller,
  membershipId = 'm_pro',
  command: 'cancelRenewal' | 'resumeRenewal' = 'cancelRenewal',
): Promise<string> {
  const { id } = await caller.ok('startVerification', { body: { membershipId, command, method: 'sms_code' } });
  return (await caller.ok('finishVerification', { id, body: { code: server.lastCode() } })).proof;
}
