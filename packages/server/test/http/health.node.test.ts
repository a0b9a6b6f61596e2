import { createMemoryStore } from '@leavewell/server/memory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, problemOf, startServer, type TestServer } from '../handler/start-server.ts';

async function ask({ handler }: TestServer, path: string) {
  const response = await handler(new Request(base + path));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A store whose reads end when a test says so. */
function hangingStore() {
  const memory = createMemoryStore();
  const stuck = { isStuck: false, reads: 0 };
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const store: typeof memory = {
    ...memory,
    read: async (work) => {
      stuck.reads += 1;
      if (stuck.isStuck) await released;
      return memory.read(work);
    },
  };
  return { store, stuck, release };
}

test('a process that lives says so, and that it is ready when its store answers (DU5)', async () => {
  const server = await startServer();
  for (const path of ['/healthz', '/readyz']) {
    const { status, headers, text } = await ask(server, path);
    assert.deepEqual([status, text, headers.get('cache-control')], [200, '{"status":"ok"}', 'no-store']);
  }
});

test('without its store it lives and is not ready, says when to ask again and nothing of why (DU5)', async () => {
  const server = await startServer();
  await server.store.close();
  assert.equal((await ask(server, '/healthz')).status, 200);
  const reply = await ask(server, '/readyz');
  const { requestId: _, ...problem } = problemOf(reply);
  assert.deepEqual(problem, {
    type: 'about:blank',
    title: 'Service Unavailable',
    status: 503,
    code: 'store_unavailable',
    detail: 'Not ready: ask again.',
  });
  assert.equal(reply.headers.get('retry-after'), '5');
});

test('a store that hangs is not waited for beyond two seconds, and is asked once, not once for each probe (DU5)', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { store, stuck, release } = hangingStore();
  const server = await startServer({ store });
  stuck.isStuck = true;
  const reads = stuck.reads;
  const probes = [ask(server, '/readyz'), ask(server, '/readyz'), ask(server, '/readyz')];
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(1999);
  let isAnswered = false;
  void probes[0]?.then(() => (isAnswered = true));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isAnswered, false);
  t.mock.timers.tick(1);
  for (const probe of probes) assert.equal((await probe).status, 503);
  assert.equal(stuck.reads - reads, 1);
  assert.equal((await ask(server, '/healthz')).status, 200);
  release();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await ask(server, '/readyz')).status, 200, 'it recovers by itself');
});

test('they are no operations: neither has another method, nor do they stand outside the mount path', async () => {
  const server = await startServer();
  for (const path of ['/healthz', '/readyz']) {
    assert.equal((await server.handler(new Request(base + path, { method: 'POST' }))).status, 404);
    assert.equal((await server.handler(new Request(`https://host.example${path}`))).status, 404);
  }
});
