import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, startServer } from './start-server.ts';

const shop = 'https://www.example.com';
const allowedOrigins = [shop];
const others = [
  'null',
  'https://www.example.com.evil.example',
  'http://www.example.com',
  'https://example.com',
  `${shop}:8443`,
  '*',
];

async function preflight(handler: (request: Request) => Promise<Response>, origin: string, path: string) {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  return handler(new Request(base + path, { method: 'OPTIONS', headers }));
}

test('a page of an allowed origin may ask, with the headers that members send (EM6)', async () => {
  const { handler } = await startServer({ allowedOrigins });
  const { status, headers } = await preflight(handler, shop, '/v1/memberships/m_pro/cancel-renewal');
  assert.equal(status, 204);
  assert.equal(headers.get('access-control-allow-origin'), shop);
  assert.equal(headers.get('access-control-allow-credentials'), null);
  for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key']) {
    assert.ok(headers.get('access-control-allow-headers')?.includes(name), name);
  }
  assert.match(headers.get('vary') ?? '', /Origin/);
  assert.equal(headers.get('cache-control'), 'no-store');
});

test('a page of an allowed origin may read answers and problems alike (EM6)', async () => {
  const server = await startServer({ allowedOrigins });
  const liWen = await server.member();
  for (const id of ['m_pro', 'absent']) {
    const { headers } = await liWen.ask('getMembership', { id, headers: { origin: shop } });
    assert.equal(headers.get('access-control-allow-origin'), shop);
    assert.match(headers.get('access-control-expose-headers') ?? '', /Retry-After/);
  }
});

for (const origin of others) {
  test(`a page of ${origin} may neither ask nor read (EM6)`, async () => {
    const server = await startServer({ allowedOrigins });
    const asked = await preflight(server.handler, origin, '/v1/session');
    assert.equal(asked.headers.get('access-control-allow-origin'), null);
    const { headers } = await (await server.member()).ask('getSession', { headers: { origin } });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
}

test('no page may reach the host side (EM6)', async () => {
  const { handler } = await startServer({ allowedOrigins });
  const { headers } = await preflight(handler, shop, '/v1/host/sessions');
  assert.equal(headers.get('access-control-allow-origin'), null);
});

async function startWithCookies() {
  const identify = async (request: Request) =>
    request.headers.has('cookie') ? { ...fixtureMembers['li-wen'], tenantId: 'acme' } : null;
  const server = await startServer({ identify, allowedOrigins, policy: { place: 'CN' } });
  return { server, liWen: server.caller({ cookie: 'login=li-wen' }) };
}

const order = (headers: Record<string, string>) => ({ id: 'm_pro', key: 'intent-0001', headers });

test("a form or script of another site cannot act with the member's cookies (EM6)", async () => {
  const { liWen } = await startWithCookies();
  for (const origin of others) {
    const problem = await liWen.refused('cancelRenewal', 'origin_not_allowed', order({ origin }));
    assert.equal(problem.status, 403, origin);
  }
  await liWen.refused('cancelRenewal', 'origin_not_allowed', order({}));
  await liWen.refused('cancelRenewal', 'origin_not_allowed', order({ 'sec-fetch-site': 'cross-site' }));
  await liWen.refused(
    'cancelRenewal',
    'origin_not_allowed',
    order({ origin: 'https://evil.example', 'content-type': 'text/plain' }),
  );
  await liWen.refused('cancelRenewal', 'unsupported_media_type', order({ origin: shop, 'content-type': 'text/plain' }));
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'on');
});

for (const headers of [{ origin: 'https://host.example' }, { origin: shop }, { 'sec-fetch-site': 'same-origin' }]) {
  test(`a page that the browser vouches for by ${JSON.stringify(headers)} acts with the member's cookies (EM6)`, async () => {
    const { liWen } = await startWithCookies();
    assert.equal((await liWen.ok('cancelRenewal', order(headers))).membership.renewal, 'off');
  });
}

test('cookies travel to allowed origins only where the host logs members in by itself (EM6)', async () => {
  const { server } = await startWithCookies();
  const { headers } = await preflight(server.handler, shop, '/v1/session');
  assert.equal(headers.get('access-control-allow-credentials'), 'true');
});
