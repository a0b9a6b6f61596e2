import { operations, type FullOperation, type OperationName } from '@leavewell/contract';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, hostKey, problemOf, requestFor, startServer } from './start-server.ts';

const table: [string, FullOperation][] = Object.entries(operations);
const withBody = table.filter(([, { body }]) => body !== undefined);

async function startSender() {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  /** Sends bytes as they are to an operation, as its right caller. */
  const send = async (
    { method, path, caller }: FullOperation,
    body: BodyInit | null,
    headers: Record<string, string> = {},
  ) => {
    const authorization = `Bearer ${caller === 'host' ? hostKey : token}`;
    const all = { authorization, 'content-type': 'application/json', 'idempotency-key': 'intent-0001', ...headers };
    const response = await server.handler(
      new Request(base + path.replace('{id}', 'm_pro'), { method, headers: all, body }),
    );
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { server, send };
}

for (const [name, operation] of withBody) {
  test(`${name} answers a malformed body with what to send instead, never with 5xx`, async () => {
    const { send } = await startSender();
    for (const body of ['', '{', 'null', '[]', '"text"', '1', '{"a":1}', '\u0000', '{"__proto__":{"a":1}}']) {
      const problem = problemOf(await send(operation, body));
      assert.deepEqual([problem.status, problem.code], [400, 'invalid_request'], body);
      for (const { field, message } of problem.errors ?? []) assert.ok(field.length > 0 && message.length > 10, body);
      assert.ok((problem.errors ?? []).length > 0, body);
    }
  });

  test(`${name} takes JSON alone, and at most 64 KiB of it`, async () => {
    const { send } = await startSender();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ]) {
      const problem = problemOf(await send(operation, '{}', { 'content-type': type }));
      assert.deepEqual([problem.status, problem.code], [415, 'unsupported_media_type'], type);
    }
    const large = JSON.stringify({ padding: 'x'.repeat(64 * 1024) });
    assert.equal(problemOf(await send(operation, large)).code, 'payload_too_large');
    assert.equal(
      problemOf(await send(operation, large, { 'content-length': String(large.length) })).code,
      'payload_too_large',
    );
  });

  test(`${name} refuses whoever names a member or tenant in body or query (AU6)`, async () => {
    const { send } = await startSender();
    const problem = problemOf(await send(operation, JSON.stringify({ memberId: 'wang-fang', tenantId: 'other' })));
    const fields = problem.errors?.map(({ field }) => field) ?? [];
    assert.ok(fields.includes('memberId') && fields.includes('tenantId'), fields.join());
    const inQuery = problemOf(await send({ ...operation, path: `${operation.path}?memberId=wang-fang` }, '{}'));
    assert.equal(inQuery.errors?.[0]?.field, 'memberId');
  });
}

test('operations without a body refuse every parameter they do not know (AU6)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  for (const [name, { method, caller }] of table) {
    if (method !== 'GET') continue;
    const problem = await (caller === 'host' ? server.host : liWen).refused(name as OperationName, 'invalid_request', {
      id: 'm_pro',
      query: { tenantId: 'other' },
    });
    assert.equal(problem.errors?.[0]?.field, 'tenantId', name);
  }
});

test('a value of the wrong form is named by its path, with the form it must have, and is not repeated', async () => {
  const server = await startServer();
  const body = {
    member: { id: '', name: 1, phone: '13800002207', email: null, language: 'en', permissions: ['cancel_all'] },
  };
  const problem = await server.host.refused('createSession', 'invalid_request', { body });
  const messages = Object.fromEntries(problem.errors?.map(({ field, message }) => [field, message]) ?? []);
  assert.deepEqual(Object.keys(messages).toSorted(), [
    'member.account',
    'member.id',
    'member.name',
    'member.permissions.0',
    'member.phone',
  ]);
  assert.match(messages['member.phone'] ?? '', /must match/i);
  assert.match(messages['member.name'] ?? '', /string/);
  assert.match(messages['member.permissions.0'] ?? '', /"cancel_own" or "manage_members"/);
  assert.ok(!JSON.stringify(problem).includes('13800002207'));
});

test('an address that no operation has is not found, inside and outside the mount path', async () => {
  const { handler } = await startServer();
  for (const url of [
    `${base}/v1/nothing`,
    `${base}/v2/session`,
    `${base}/`,
    'https://host.example/',
    `${base}/v1/session/`,
  ]) {
    const response = await handler(new Request(url));
    const problem = problemOf({ status: response.status, headers: response.headers, text: await response.text() });
    assert.deepEqual(
      [problem.status, problem.code, problem.title, problem.type],
      [404, 'not_found', 'Not Found', 'about:blank'],
      url,
    );
    assert.equal(response.headers.get('cache-control'), 'no-store');
  }
});

test('another method on an address is refused with those it answers', async () => {
  const { handler } = await startServer();
  for (const [name, { path }] of table) {
    const methods = table.flatMap(([, operation]) => (operation.path === path ? [operation.method] : []));
    for (const other of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((each) => methods.every((one) => one !== each))) {
      const response = await handler(new Request(base + path.replace('{id}', 'm_pro'), { method: other }));
      const allow = methods.map((method) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
      assert.deepEqual([response.status, response.headers.get('allow')], [405, allow], `${other} ${name}`);
      assert.equal(JSON.parse(await response.text()).code, 'method_not_allowed');
    }
  }
});

test('HEAD answers what GET would, without a body', async () => {
  const server = await startServer();
  const get = requestFor('getMembership', { id: 'm_pro' }, { authorization: 'Bearer nothing' });
  const response = await server.handler(new Request(get, { method: 'HEAD' }));
  assert.deepEqual([response.status, await response.text()], [401, '']);
});

test('a path parameter that no id can be is not found, whatever it is made of', async () => {
  const server = await startServer();
  const liWen = await server.member();
  for (const id of ["' or 1=1 --", '../../etc', '\u0000', 'm_pro\n', '%', '会员', 'x'.repeat(4000)]) {
    await liWen.refused('getMembership', 'membership_not_found', { id });
    await liWen.refused('getReceipt', 'receipt_not_found', { id });
  }
});

test('when the store fails the caller is told to come back, and nothing of the failure', async () => {
  const server = await startServer();
  const liWen = await server.member();
  await server.store.close();
  const reply = await liWen.ask('getMembership', { id: 'm_pro' });
  const { code, status } = problemOf(reply);
  assert.deepEqual([code, status, reply.headers.get('retry-after')], ['store_unavailable', 503, '5']);
  const health = await server.handler(new Request(`${base}/readyz`));
  assert.equal(health.status, 503);
});

test('whoever watches the server sees that it works, and one line for each request without what people typed (PR2)', async () => {
  const server = await startServer();
  assert.deepEqual(await (await server.handler(new Request(`${base}/healthz`))).json(), { status: 'ok' });
  const liWen = await server.member();
  const { headers } = await liWen.ask('listMemberships', { query: { query: 'what I typed' } });
  const entry = server.log.at(-1);
  assert.equal(entry?.message, 'GET /leavewell/v1/memberships 200');
  assert.equal(entry.requestId, headers.get('x-request-id'));
});
