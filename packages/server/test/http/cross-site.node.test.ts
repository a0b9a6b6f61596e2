import { operations, type OperationName } from '@leavewell/contract';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, hostKey, problemOf, requestFor, startServer } from '../handler/start-server.ts';

const shop = 'https://www.example.com';
const allowedOrigins = [shop];
const names = Object.keys(operations) as OperationName[];
const writes = names.filter((name) => operations[name].method !== 'GET');
const writesOfCallers = writes.filter((name) => operations[name].caller !== 'provider');

/** What a form of another site can send without asking. */
const formTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];

/** Origins that look like the allowed one. */
const lookalikes = [
  'https://www.example.com.evil.example', 'https://evilwww.example.com', 'https://example.com', '*', 'null',
  'https://WWW.example.com', 'HTTPS://www.example.com', 'http://www.example.com', 'https://www.example.com:443',
  'https://www.example.com:8443', 'https://www.example.com/', 'https://www.example.com.',
  'https://www.example.com@evil.example',
  'https://www.example.com, https://evil.example', 'https://xn--www-8cd.example.com',
];

async function startKnown() {
  const server = await startServer({ allowedOrigins, policy: { place: 'CN' } });
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  const filter = { memberId: 'li-wen', accountId: null, afterId: null, limit: 100 };
  const stored = async () => JSON.stringify(await server.store.read((rows) => rows.listMemberships('acme', filter)));
  const send = async (name: OperationName, headers: Record<string, string>) => {
    const authorization = `Bearer ${operations[name].caller === 'host' ? hostKey : token}`;
    const request = requestFor(name, { id: 'm_pro', key: 'intent-0001', headers }, { authorization });
    const response = await server.handler(request);
    const reply = { status: response.status, headers: response.headers, text: await response.text() };
    const { status, code } = problemOf(reply);
    return { status, code };
  };
  return { server, stored, send };
}

for (const name of writesOfCallers) {
  test(`${name} cannot be sent by a form of another site, even with a token (EM6)`, async () => {
    const { stored, send } = await startKnown();
    const before = await stored();
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    for (const type of formTypes) {
      const { code } = await send(name, { ...foreign, 'content-type': type });
      assert.equal(code, 'unsupported_media_type', type);
    }
    assert.equal(await stored(), before);
  });
}

for (const name of writes) {
  test(`${name} cannot be sent from a page of no origin, even with a token (EM6)`, async () => {
    const { stored, send } = await startKnown();
    const before = await stored();
    for (const type of [...formTypes, 'application/json']) {
      const refused = await send(name, { origin: 'null', 'content-type': type });
      assert.deepEqual(refused, { status: 403, code: 'origin_not_allowed' });
    }
    assert.equal(await stored(), before);
  });
}

test('every operation that changes something takes JSON or a signed body: no form fits (EM6)', () => {
  for (const name of writes) {
    const { body, raw } = { body: undefined, raw: undefined, ...operations[name] };
    assert.ok(body !== undefined || raw === true, name);
  }
});

test('a read from a page of no origin tells it nothing it could read, and changes nothing (EM6)', async () => {
  const { server } = await startKnown();
  const response = await server.handler(requestFor('getSession', { headers: { origin: 'null' } }, {}));
  assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [401, null]);
});

for (const origin of lookalikes) {
  test(`a page of ${origin} is not one of ${shop} (EM6)`, async () => {
    const { server } = await startKnown();
    const asked = ['OPTIONS /v1/session', 'GET /v1/session', 'GET /v1/nothing', 'POST /v1/verifications'];
    for (const [method = '', path] of asked.map((each) => each.split(' '))) {
      const { headers } = await server.handler(new Request(base + path, { method, headers: { origin } }));
      const told = [...headers.keys()].filter((name) => /allow-origin|allow-credentials|expose/.test(name));
      assert.deepEqual(told, [], `${method} ${path}`);
    }
  });
}

test('a page that may call can send every header of a member, and read every one of ours (EM6)', async () => {
  const { server } = await startKnown();
  const asked = { origin: shop, 'access-control-request-method': 'POST', 'access-control-request-headers': 'if-match' };
  const { headers } = await server.handler(new Request(`${base}/v1/session`, { method: 'OPTIONS', headers: asked }));
  const listed = (name: string) => (headers.get(name) ?? '').toLowerCase().split(', ');
  const sent = ['accept-language', 'authorization', 'content-type', 'idempotency-key', 'if-match', 'x-request-id'];
  assert.deepEqual(listed('access-control-allow-headers').toSorted(), sent);
  assert.deepEqual(listed('access-control-allow-methods'), ['get', 'post']);
  const exposed = ['etag', 'idempotent-replayed', 'retry-after', 'x-request-id'];
  assert.deepEqual(listed('access-control-expose-headers').toSorted(), exposed);
});

test('the operations of servers answer no page, however their address is written (EM6)', async () => {
  const { server } = await startKnown();
  const plain = ['/v1/host/sessions', '/v1/webhooks/stripe'];
  const escaped = ['/v1/%68ost/sessions', '/v1/h%6Fst/events', '/v1/%77ebhooks/stripe', '/v1/host/%'];
  for (const path of [...plain, ...escaped]) {
    for (const method of ['OPTIONS', 'POST']) {
      const { headers } = await server.handler(new Request(base + path, { method, headers: { origin: shop } }));
      assert.equal(headers.get('access-control-allow-origin'), null, `${method} ${path}`);
    }
  }
});
