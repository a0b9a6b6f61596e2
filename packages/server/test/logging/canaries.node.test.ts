import type { BillingFacts } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { ServiceError, type BillingProvider, type HandlerOptions, type Message } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { fixtureMembers, type MembershipOverrides } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { jsonLog } from '../../src/logging/json-log.ts';
import { hostKey, proofOf, startServer, type Caller, type TestServer } from '../handler/start-server.ts';

/** What no log may hold. */
const canaries = {
  name: 'Quillon Farrowmere',
  phone: '+447700900123',
  email: 'quillon.farrowmere@canary.example',
  accountName: 'Canary & Sons Ltd',
  administratorName: 'Ottoline Grebe',
  planName: 'Kanarienvogel Premium',
  orderNumber: 'ORD/kingfisher/77',
  benefit: 'Aviary access',
  typed: 'words a person typed into the search',
  idempotencyKey: 'intent-of-quillon-zx81',
  providerReference: 'sub_wren_and_robin',
};

const member = {
  ...fixtureMembers['li-wen'],
  id: 'canary',
  name: canaries.name,
  phone: canaries.phone,
  email: canaries.email,
  account: { id: 'sons', kind: 'company', name: canaries.accountName, administratorName: canaries.administratorName },
} as const;

const membership: MembershipOverrides = {
  holder: { id: member.id, name: canaries.name },
  account: { id: 'sons', kind: 'company', name: canaries.accountName },
  plan: { id: 'premium', name: canaries.planName, benefits: [{ id: 'aviary', name: canaries.benefit }] },
  orderNumber: canaries.orderNumber,
};

/** Says everything it was given, as text, JSON, in its cause and in its stack. */
function repeating(given: unknown): Error {
  const text = JSON.stringify(given, (_, value: unknown) => (value instanceof Headers ? [...value] : value));
  const error = new Error(`refused ${text}`, { cause: new TypeError(`because of ${text}`, { cause: text }) });
  error.name = 'GatewayError';
  return error;
}

type Mood = 'works' | 'repeats' | 'repeats as a refusal';

/** A company and a gateway that repeat what they are given when they fail. */
function createWorld() {
  const state: { mood: Mood; sent: Message[] } = { mood: 'works', sent: [] };
  const fail = (...given: unknown[]) => {
    if (state.mood === 'works') return;
    const error = repeating(given);
    throw state.mood === 'repeats' ? error : new ServiceError('provider_unavailable', {}, { cause: error });
  };
  const ledger = ledgerProvider();
  const provider: BillingProvider = {
    ...ledger,
    name: 'canary',
    read: async (subject, now): Promise<BillingFacts> => (fail(subject), ledger.read(subject, now)),
    cancelRenewal: async (subject, command) => (fail(subject, command), ledger.cancelRenewal(subject, command)),
    resumeRenewal: async (subject, command) => (fail(subject, command), ledger.resumeRenewal(subject, command)),
    notice: async (body, headers) => (fail(body, headers), { id: 'n1', references: [] }),
  };
  const sender = {
    send: async (message: Message) => {
      state.sent.push(message);
      fail(message);
    },
  };
  return { state, provider, sender };
}

async function startCanary(options: Partial<HandlerOptions> = {}) {
  const world = createWorld();
  const lines: string[] = [];
  const entries: string[] = [];
  const json = jsonLog({ write: (line) => lines.push(line) });
  const server = await startServer({
    providers: [ledgerProvider(), world.provider],
    sender: world.sender,
    log: (entry) => {
      // As `console` shows it: JSON leaves the words of an Error out.
      entries.push(inspect(entry, { depth: 10, breakLength: Infinity }));
      json(entry);
    },
    ...options,
  });
  const { token } = await server.host.ok('createSession', { body: { member } });
  const body = { provider: 'canary', providerReference: canaries.providerReference };
  for (const id of ['m_canary', 'm_second']) await server.declare(id, { ...membership, ...body });
  const codes = () => world.state.sent.flatMap((sent) => (sent.kind === 'verification_code' ? [sent.code] : []));
  const caller = server.caller({ authorization: `Bearer ${token}` });
  return { ...world, server, token, codes, caller, lines, entries };
}

const wanted = { membershipId: 'm_canary', command: 'cancelRenewal', method: 'sms_code' };

/** Everything a member does, in this mood of gateway and company. */
async function driveMember(server: TestServer, caller: Caller, proof: string): Promise<void> {
  const ask: Parameters<Caller['ask']>[] = [
    ['getSession'],
    ['listMemberships', { query: { query: canaries.typed } }],
    ['getMembership', { id: canaries.typed }],
    ['previewCancelRenewal', { id: 'm_canary' }],
    ['startVerification', { body: wanted }],
    ['startVerification', { body: { ...wanted, phone: canaries.phone } }],
    ['finishVerification', { id: canaries.typed, body: { code: '482913' } }],
    ['cancelRenewal', { id: 'm_canary', key: canaries.idempotencyKey, body: { proof } }],
    ['cancelRenewal', { id: 'm_canary', key: canaries.idempotencyKey, body: { proof } }],
    ['cancelRenewal', { id: 'm_canary', key: `${canaries.idempotencyKey}-2`, body: { proof: canaries.typed } }],
    ['resumeRenewal', { id: 'm_canary', key: `${canaries.idempotencyKey}-3` }],
    ['getReceipt', { id: canaries.typed }],
    ['receiveWebhook', { id: 'canary', body: member, headers: { 'x-signature': canaries.typed } }],
    ['createSession', { body: { member } }],
    ['putMembership', { id: 'm_canary', body: { ...membership, nonsense: canaries.typed } }],
  ];
  for (const each of ask) await caller.ask(...each);
  await server.host.ask('createSession', { body: { member } });
  await server.host.ask('putMembership', { id: 'm_canary', body: { ...membership, nonsense: canaries.typed } });
  await server.outbox.runOnce();
}

function assertSilent(logs: readonly string[], secrets: Readonly<Record<string, string>>): void {
  const text = logs.join('\n').toLowerCase();
  for (const [what, secret] of Object.entries(secrets)) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    for (const form of forms) assert.ok(!text.includes(form.toLowerCase()), `${what} ${form} is in the log`);
  }
}

for (const mood of ['works', 'repeats', 'repeats as a refusal'] as const) {
  test(`no canary is in any log when everything is asked for and whoever is asked ${mood} (PR2)`, async () => {
    const { server, state, caller, token, codes, lines, entries } = await startCanary();
    const proof = await proofOf({ ...server, lastCode: () => codes().at(-1) ?? '' }, caller, 'm_canary');
    server.clock.advance(61_000);
    state.mood = mood;
    await driveMember(server, caller, proof);
    server.clock.advance(10 * 60_000);
    await server.outbox.runOnce();
    state.mood = 'works';
    server.clock.advance(7 * 60 * 60_000);
    await server.outbox.runOnce();
    const failures = entries.filter((entry) => entry.includes('GatewayError'));
    assert.equal(failures.length > 0, mood !== 'works', 'what failed is in the log');
    const sent = Object.fromEntries(codes().map((code, index) => [`code ${index}`, code]));
    assert.ok(codes().length >= 2 && lines.length >= 20);
    assertSilent([...lines, ...entries], { ...canaries, ...sent, token, proof, hostKey });
  });
}

test('nor when the store repeats who asks and what they said, or the login of the host what it was shown (PR2)', async () => {
  const memory = createMemoryStore();
  let said: unknown = null;
  const store: HandlerOptions['store'] = {
    ...memory,
    transaction: async (work) => {
      if (said !== null) throw repeating(said);
      return memory.transaction(work);
    },
  };
  const { server, caller, token, lines, entries } = await startCanary({ store });
  said = { member, key: canaries.idempotencyKey };
  for (const name of ['startVerification', 'cancelRenewal', 'resumeRenewal'] as const) {
    const body = name === 'startVerification' ? wanted : {};
    const reply = await caller.ask(name, { id: 'm_canary', key: canaries.idempotencyKey, body });
    assert.equal(reply.status, 500, reply.text);
  }
  said = { member };
  assert.equal((await server.host.ask('createSession', { body: { member } })).status, 500);
  said = membership;
  await assert.rejects(server.declare('m_canary', membership));
  assertSilent([...lines, ...entries], { ...canaries, token });

  const login = await startCanary({ identify: async (request) => Promise.reject(repeating([...request.headers])) });
  const value = canaries.typed.replaceAll(' ', '_');
  const { status } = await login.server.caller({ cookie: `login=${value}; theme=dark` }).ask('getSession');
  assert.equal(status, 500);
  assertSilent([...login.lines, ...login.entries], { value });
});

test('a task that fails outside any request is told without numbers, addresses and tokens as well (PR2)', async () => {
  const memory = createMemoryStore();
  let isBroken = false;
  const store: HandlerOptions['store'] = {
    ...memory,
    read: async (work) => {
      if (isBroken) throw repeating([canaries.phone, canaries.email, `Bearer ${hostKey}`]);
      return memory.read(work);
    },
  };
  const { server, lines, entries } = await startCanary({ store });
  isBroken = true;
  server.outbox.kick();
  await new Promise((resolve) => setImmediate(resolve));
  assert.ok(entries.some((entry) => entry.includes('GatewayError')), 'the failure is in the log');
  assertSilent([...lines, ...entries], { phone: canaries.phone, email: canaries.email, hostKey });
});
