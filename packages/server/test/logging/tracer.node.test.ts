import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSpan, type Span, type Tracer } from '../../src/logging/tracer.ts';
import { base, startServer } from '../handler/start-server.ts';

interface Seen {
  name: string;
  readonly facts: Record<string, unknown>;
  status: number | null;
  ended: number;
}

function createTracer(): { tracer: Tracer; spans: Seen[] } {
  const spans: Seen[] = [];
  const spanOf = (seen: Seen): Span => ({
    setAttribute: (name, value) => (seen.facts[name] = value),
    setStatus: ({ code }) => (seen.status = code),
    updateName: (name) => (seen.name = name),
    end: () => void (seen.ended += 1),
  });
  const tracer: Tracer = {
    startActiveSpan: (name, _options, work) => {
      const seen: Seen = { name, facts: {}, status: null, ended: 0 };
      spans.push(seen);
      return work(spanOf(seen));
    },
  };
  return { tracer, spans };
}

test('every request is one span, by the pattern of its path, with status and code and nothing of a person (PR2)', async () => {
  const { tracer, spans } = createTracer();
  const server = await startServer({ tracer });
  const liWen = await server.member();
  spans.length = 0;
  await liWen.ok('getMembership', { id: 'm_pro' });
  await liWen.refused('getMembership', 'membership_not_found', { id: 'what-i-typed' });
  await server.handler(new Request(`${base}/what-i-typed`));
  const name = 'GET /leavewell/v1/memberships/{id}';
  const [method, route] = ['http.request.method', 'http.route'];
  const path = '/leavewell/v1/memberships/{id}';
  assert.deepEqual(spans, [
    { name, facts: { [method]: 'GET', [route]: path, 'http.response.status_code': 200 }, status: null, ended: 1 },
    {
      name,
      facts: { [method]: 'GET', [route]: path, 'http.response.status_code': 404, 'error.type': 'membership_not_found' },
      status: null,
      ended: 1,
    },
    {
      name: 'GET',
      facts: { [method]: 'GET', 'http.response.status_code': 404, 'error.type': 'not_found' },
      status: null,
      ended: 1,
    },
  ]);
});

test('a request that fails through our fault marks its span', async () => {
  const { tracer, spans } = createTracer();
  const server = await startServer({ tracer });
  const liWen = await server.member();
  await server.store.close();
  await liWen.refused('getMembership', 'store_unavailable', { id: 'm_pro' });
  const { status, ended, facts } = spans.at(-1) ?? {};
  assert.deepEqual([status, ended, facts?.['error.type']], [2, 1, 'store_unavailable']);
});

test('work in a span ends it when it fails, and passes the failure on', async () => {
  const { tracer, spans } = createTracer();
  const work = async () => Promise.reject(new Error('away'));
  await assert.rejects(inSpan(tracer, 'stripe read', { provider: 'stripe' }, work), { message: 'away' });
  assert.deepEqual(spans, [{ name: 'stripe read', facts: { provider: 'stripe' }, status: 2, ended: 1 }]);
  assert.equal(await inSpan(undefined, 'stripe read', {}, async () => 'done'), 'done');
});
