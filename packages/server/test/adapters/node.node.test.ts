import { serve } from '@leavewell/server/node';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../handler/start-server.ts';

test('a handler is served over HTTP on a free port until it is closed', async () => {
  const { handler } = await startServer();
  const server = await serve({ handler, port: 0, hostname: '127.0.0.1' });
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${server.url}/leavewell/v1/session`);
  assert.deepEqual([response.status, (await response.json()).code], [401, 'session_missing']);
  assert.ok(response.headers.get('x-request-id'));
  await server.close();
  await assert.rejects(fetch(`${server.url}/leavewell/healthz`));
});

test('a body beyond the limit is refused over the wire as well', async () => {
  const { handler } = await startServer();
  const server = await serve({ handler, port: 0, hostname: '127.0.0.1' });
  const url = `${server.url}/leavewell/v1/host/sessions`;
  const headers = { 'content-type': 'application/json' };
  const announced = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(65 * 1024) });
  const body = new Blob(['x'.repeat(65 * 1024)]).stream();
  const streamed = await fetch(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  assert.deepEqual([announced.status, streamed.status], [413, 413]);
  await Promise.all([announced.text(), streamed.text()]);
  await server.close();
});

test('a port that is in use is a rejection, not a crash', async () => {
  const { handler } = await startServer();
  const server = await serve({ handler, port: 0, hostname: '127.0.0.1' });
  const port = Number(new URL(server.url).port);
  await assert.rejects(serve({ handler, port, hostname: '127.0.0.1' }), { code: 'EADDRINUSE' });
  await server.close();
});

test('the handler is told the address at the other end of the socket, and not what the request says of it (RL1)', async () => {
  const told: unknown[] = [];
  const { handler } = await startServer();
  const server = await serve({
    handler: (request, connection) => {
      told.push(connection?.address);
      return handler(request, connection);
    },
    port: 0,
    hostname: '127.0.0.1',
  });
  await (await fetch(`${server.url}/leavewell/v1/session`, { headers: { 'x-forwarded-for': '203.0.113.7' } })).text();
  assert.deepEqual(told, ['127.0.0.1']);
  await server.close();
});

test('a flood over the wire is refused by the address it comes from, whatever it says (RL1)', async () => {
  const { handler } = await startServer({ limits: { requestsPerAddress: 5 } });
  const server = await serve({ handler, port: 0, hostname: '127.0.0.1' });
  const statuses: number[] = [];
  for (let count = 0; count < 8; count += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${count}` };
    const response = await fetch(`${server.url}/leavewell/v1/session`, { headers });
    await response.text();
    statuses.push(response.status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
  await server.close();
});
