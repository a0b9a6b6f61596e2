import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, hostKey, startServer } from '../handler/start-server.ts';
import { askFrom } from './ask-from.ts';

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const address = '203.0.113.7';

async function startSmall(limits = { requestsPerAddress: 20 } as const) {
  const allowedOrigins = ['https://www.example.com'];
  const server = await startServer({ limits, trustedProxies: ['10.0.0.0/8'], allowedOrigins });
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  return { server, token };
}

/** How many of `times` strangers' requests were looked at, each from an address of its own. */
async function answered(times: number, from: (index: number) => [string, Record<string, string>?]): Promise<number> {
  const { server } = await startSmall();
  let count = 0;
  for (let index = 0; index < times; index += 1) {
    const [socket, headers = {}] = from(index);
    const { code } = await askFrom(server, { address: socket }, 'getSession', { headers });
    assert.ok(code === 'session_missing' || code === 'rate_limited', String(code));
    if (code === 'session_missing') count += 1;
  }
  return count;
}

test('10,000 addresses of one /64 are one caller (RL1)', async () => {
  const hex = (index: number) => (index * 6_700_417 + 1).toString(16);
  assert.equal(await answered(10_000, (index) => [`2001:db8:0:1::${hex(index).slice(-4)}:${index.toString(16)}`]), 20);
});

test('an address in other words is the same caller (RL1)', async () => {
  assert.equal(await answered(60, (index) => [index % 2 ? address : `::ffff:${address}`]), 20);
});

test('a header that nobody trustworthy wrote makes no new caller of an old one (RL1)', async () => {
  const spoofed = (index: number) => `198.51.100.${index}`;
  assert.equal(await answered(60, (index) => [address, { 'x-forwarded-for': spoofed(index) }]), 20);
  assert.equal(await answered(60, (index) => [address, { forwarded: `for=${spoofed(index)}` }]), 20);
  assert.equal(await answered(60, (index) => ['10.0.0.5', { 'x-forwarded-for': `${spoofed(index)}, ${address}` }]), 20);
});

test('callers behind a named proxy are told apart (RL1)', async () => {
  assert.equal(await answered(60, (index) => ['10.0.0.5', { 'x-forwarded-for': `198.51.100.${index}` }]), 60);
});

test('who is refused hears when to come back, in the headers too, and is heard then', async () => {
  const { server } = await startSmall();
  const origin = 'https://www.example.com';
  for (let count = 0; count < 20; count += 1) await askFrom(server, { address }, 'getSession');
  server.clock.advance(15_000);
  const refused = await askFrom(server, { address }, 'getSession', { headers: { origin } });
  assert.deepEqual([refused.status, refused.code, refused.retryAt], [429, 'rate_limited', '2026-11-22T02:43:00Z']);
  assert.equal(refused.headers.get('retry-after'), '45');
  assert.equal(refused.headers.get('access-control-allow-origin'), origin, 'the page may read it');
  server.clock.advance(45_000);
  assert.equal((await askFrom(server, { address }, 'getSession')).code, 'session_missing');
});

test("a flood from next door keeps nobody out who has a session, nor the host's backend (RL2)", async () => {
  const { server, token } = await startSmall();
  for (let count = 0; count < 100; count += 1) await askFrom(server, { address }, 'getSession');
  assert.equal((await askFrom(server, { address }, 'getSession')).code, 'rate_limited');
  assert.equal((await askFrom(server, { address }, 'getSession', bearer(token))).status, 200);
  const body = { member: fixtureMembers['wang-fang'] };
  for (let count = 0; count < 50; count += 1) {
    assert.equal((await askFrom(server, { address }, 'createSession', { body, ...bearer(hostKey) })).status, 200);
  }
  assert.equal((await askFrom(server, { address }, 'getSession', bearer('guessed'))).code, 'rate_limited');
});

test('a member who floods is one caller too, and shuts out nobody else', async () => {
  const { server, token } = await startSmall();
  const { token: other } = await server.host.ok('createSession', { body: { member: fixtureMembers['wang-fang'] } });
  const answers = [];
  for (let count = 0; count < 60; count += 1) {
    answers.push((await askFrom(server, { address }, 'getSession', bearer(token))).status);
  }
  assert.deepEqual([answers.filter((status) => status === 200).length, answers.at(-1)], [40, 429]);
  assert.equal((await askFrom(server, { address }, 'getSession', bearer(other))).status, 200);
});

test("with the host's own login its members pass as well (RL2)", async () => {
  const identify = async (request: Request) =>
    request.headers.has('cookie') ? { ...fixtureMembers['li-wen'], tenantId: 'acme' } : null;
  const server = await startServer({ identify, limits: { requestsPerAddress: 5 } });
  for (let count = 0; count < 10; count += 1) await askFrom(server, { address }, 'getSession');
  assert.equal((await askFrom(server, { address }, 'getSession')).code, 'rate_limited');
  const member = { headers: { cookie: 'login=li-wen' } };
  assert.equal((await askFrom(server, { address }, 'getSession', member)).status, 200);
});

test('whoever watches the process is never refused, and an operator may switch the limit off', async () => {
  const { server } = await startSmall();
  for (let count = 0; count < 60; count += 1) {
    assert.equal((await server.handler(new Request(`${base}/healthz`), { address })).status, 200);
    assert.equal((await server.handler(new Request(`${base}/readyz`), { address })).status, 200);
  }
  const open = await startServer({ limits: { requestsPerAddress: 'off' } });
  for (let count = 0; count < 700; count += 1) {
    assert.equal((await askFrom(open, { address }, 'getSession')).code, 'session_missing');
  }
});
