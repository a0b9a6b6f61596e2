import { fixtureMembers } from '@leavewell/testing';
import { sign } from 'hono/jwt';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostKey, startServer } from './start-server.ts';

const member = fixtureMembers['li-wen'];

test('a session token works for fifteen minutes by the clock of the server (AU2)', async () => {
  const server = await startServer();
  const { token, expiresAt } = await server.host.ok('createSession', { body: { member } });
  assert.equal(expiresAt, '2026-11-22T02:57:00Z');
  const liWen = server.caller({ authorization: `Bearer ${token}` });
  server.clock.set('2026-11-22T02:56:59Z');
  assert.equal((await liWen.ok('getSession')).member.id, 'li-wen');
  server.clock.set('2026-11-22T02:57:00Z');
  await liWen.refused('getSession', 'session_expired');
});

test('a token says which tenant and member, and nothing else of them (PR1)', async () => {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', { body: { member } });
  const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  assert.deepEqual(Object.keys(payload).toSorted(), ['exp', 'iat', 'sub', 'tid']);
  assert.deepEqual([payload.sub, payload.tid], ['li-wen', 'acme']);
});

test('without a token a member is asked for one; with anything else for a new one (AU2)', async () => {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', { body: { member } });
  const [header, payload, signature = ''] = token.split('.');
  const foreign = await startServer({ sessionSecret: 'another-session-secret-of-32-chars' });
  const { token: foreignToken } = await foreign.host.ok('createSession', { body: { member } });
  const claims = { tid: 'acme', sub: 'li-wen', exp: 4_000_000_000 };
  const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  const forged = [
    'nonsense',
    'a.b.c',
    none,
    foreignToken,
    `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    await sign(claims, 'a-session-secret-of-32-characters', 'HS256'),
    await sign(claims, 'a-session-secret-of-32-characters', 'HS512'),
    hostKey,
  ];
  for (const text of forged) {
    await server.caller({ authorization: `Bearer ${text}` }).refused('getSession', 'session_expired');
  }
  for (const authorization of ['', 'Bearer', 'Bearer ', `Basic ${token}`, token]) {
    const reply = await server.caller({ authorization }).ask('getSession');
    assert.equal(JSON.parse(reply.text).code, 'session_missing', authorization);
    assert.equal(reply.headers.get('www-authenticate'), 'Bearer');
  }
});

test('a member the store does not know has no session', async () => {
  const [server, empty] = [await startServer(), await startServer()];
  const { token } = await server.host.ok('createSession', { body: { member } });
  await empty.caller({ authorization: `Bearer ${token}` }).refused('getSession', 'session_expired');
});

test('the host describes a member anew with every session: rights that were taken away are gone at once (AC3)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  assert.deepEqual((await liWen.ok('getSession')).permissions, ['cancel_own', 'manage_members']);
  await server.host.ok('createSession', { body: { member: { ...member, permissions: [] } } });
  assert.deepEqual((await liWen.ok('getSession')).permissions, []);
});

test('a session tells the account, the policy, the ways to verify and whom to ask (S46, PR1)', async () => {
  const server = await startServer({ supportChannels: [{ kind: 'phone', value: '+861000000000' }] });
  const session = await (await server.member()).ok('getSession');
  assert.deepEqual(session, {
    asOf: '2026-11-22T02:42:00Z',
    member: { id: 'li-wen', name: 'Li Wen' },
    account: { id: 'northwind', kind: 'company', name: 'Northwind Trading' },
    permissions: ['cancel_own', 'manage_members'],
    policy: { place: 'CN', verification: { cancelRenewal: ['sms_code'] } },
    verificationMethods: [
      { method: 'sms_code', destination: '+86 138 •••• 2207' },
      { method: 'email_code', destination: 'l•••@northwind.example' },
    ],
    supportChannels: [{ kind: 'phone', value: '+861000000000' }],
  });
});

test('only the secret key opens the host side, and either of two while one is rotated (AU5, WH5)', async () => {
  const hostKeys = [
    { tenantId: 'acme', secret: hostKey },
    { tenantId: 'acme', secret: 'the-next-key-of-acme-0123' },
  ];
  const server = await startServer({ hostKeys });
  const { token } = await server.host.ok('createSession', { body: { member } });
  await server.caller({ authorization: 'Bearer the-next-key-of-acme-0123' }).ok('createSession', { body: { member } });
  const wrong = [
    '',
    'Bearer ',
    `Bearer ${hostKey.slice(0, -1)}`,
    `Bearer ${hostKey}x`,
    `Basic ${hostKey}`,
    `Bearer ${token}`,
  ];
  for (const authorization of wrong) {
    await server.caller({ authorization }).refused('createSession', 'host_key_invalid', { body: { member } });
    await server.caller({ authorization }).refused('putMembership', 'host_key_invalid', { id: 'm_pro' });
  }
});

test('the key is asked for before the body is looked at, so that a stranger learns nothing of it', async () => {
  const server = await startServer();
  await server.caller({}).refused('createSession', 'host_key_invalid', { body: { nonsense: true } });
  await server.caller({}).refused('cancelRenewal', 'session_missing', { id: 'm_pro', body: { nonsense: true } });
});

test('a language that is none is refused when the session is made', async () => {
  const server = await startServer();
  for (const language of ['english please', '--', 'e1']) {
    const problem = await server.host.refused('createSession', 'invalid_request', {
      body: { member: { ...member, language } },
    });
    assert.equal(problem.errors?.[0]?.field, 'member.language');
  }
});

test("with the host's own login our tokens count for nothing, and nobody logged in means no session", async () => {
  const identify = async (request: Request) =>
    request.headers.get('cookie') === 'login=li-wen' ? { ...member, tenantId: 'acme' } : null;
  const server = await startServer({ identify });
  assert.equal((await server.caller({ cookie: 'login=li-wen' }).ok('getSession')).member.id, 'li-wen');
  await server.caller({ cookie: 'login=nobody' }).refused('getSession', 'session_missing');
  await (await server.member()).refused('getSession', 'session_missing');
});

test("a fault in the host's login is ours to log and nobody's to read", async () => {
  const server = await startServer({ identify: async () => Promise.reject('login database is down') });
  const problem = await server.caller({}).refused('getSession', 'internal');
  assert.equal(problem.detail, undefined);
  assert.equal(server.log.find(({ level }) => level === 'error')?.error, 'login database is down');
});
