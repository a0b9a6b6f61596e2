import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemberClient } from '../../src/index.ts';
import { session } from '../wire-fixtures.ts';
import { problem, startScriptedServer } from './scripted-server.ts';

const gaveUp = { name: 'MemberError', code: 'aborted', retryable: false };
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a call that was given up beforehand sends nothing and does not ask the host for a token', async (t) => {
  const server = await startScriptedServer(t);
  const getToken = t.mock.fn(async () => 'token-1');
  const call = server.client({ getToken }).getSession({ signal: AbortSignal.abort('left') });
  await assert.rejects(call, { ...gaveUp, cause: 'left' });
  assert.deepEqual([server.calls.length, getToken.mock.callCount()], [0, 0]);
});

test('a call that is given up under way rejects at once, and is not repeated (XO2)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer('silence');
  const controller = new AbortController();
  const call = server.client().getSession({ signal: controller.signal });
  while (server.calls.length === 0) await turn();
  controller.abort();
  await assert.rejects(call, gaveUp);
  await turn();
  assert.equal(server.calls.length, 1);
});

test('a call that is given up between two tries is not sent again', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(problem(503, 'store_unavailable'));
  const controller = new AbortController();
  const call = server.client({}, { retryDelay: 3_600_000 }).getSession({ signal: controller.signal });
  while (server.calls.length === 0) await turn();
  for (let i = 0; i < 20; i++) await turn();
  controller.abort();
  await assert.rejects(call, gaveUp);
  assert.equal(server.calls.length, 1);
});

test('it works as well with a fetch and a getToken that know nothing of signals', async () => {
  const controller = new AbortController();
  let requests = 0;
  const deaf = createMemberClient({
    endpoint: '/leavewell',
    fetch: async () => {
      requests += 1;
      controller.abort();
      const problem = { type: 'x', title: 'x', status: 503, code: 'store_unavailable', requestId: 'r_1' };
      return Response.json(problem, { status: 503 });
    },
  });
  await assert.rejects(deaf.getSession({ signal: controller.signal }), gaveUp);
  for (let i = 0; i < 10; i++) await turn();
  assert.equal(requests, 1);
});

test('giving up while the host is asked for a token sends nothing, and the others still get it', async (t) => {
  const token = Promise.withResolvers<string>();
  const fetch = t.mock.fn(async () => Response.json(session));
  const client = createMemberClient({ endpoint: '/leavewell', fetch, getToken: () => token.promise });
  const controller = new AbortController();
  const left = client.getSession({ signal: controller.signal });
  const stayed = client.getSession();
  controller.abort();
  await assert.rejects(left, gaveUp);
  token.resolve('token-1');
  assert.deepEqual(await stayed, session);
  await turn();
  assert.equal(fetch.mock.callCount(), 1);
});

test('a signal that lives longer than the call keeps nothing of it', async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: session });
  const { signal } = new AbortController();
  let listening = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
    listening += 1;
    addEventListener.apply(signal, given);
  };
  signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
    listening -= 1;
    removeEventListener.apply(signal, given);
  };
  await server.client().getSession({ signal });
  await turn();
  assert.equal(listening, 0);
});
