import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemberError } from '../../src/index.ts';
import { canceled, session } from '../wire-fixtures.ts';
import { problem, startScriptedServer } from './scripted-server.ts';

const expired = problem(401, 'session_expired');
const ready = { status: 200, body: session };

/** A host that hands out `token-1`, `token-2` and so on. */
function hostTokens() {
  const host = { asked: 0, getToken: async () => `token-${++host.asked}` };
  return host;
}

test('one token serves every call; calls at the same time ask the host once', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(ready);
  const host = hostTokens();
  const client = server.client(host);
  await Promise.all([client.getSession(), client.getSession(), client.getSession()]);
  await client.getSession();
  assert.equal(host.asked, 1);
  assert.deepEqual(new Set(server.calls.map(({ headers }) => headers.authorization)), new Set(['Bearer token-1']));
});

test('nothing is asked of the host before the first call', async (t) => {
  const server = await startScriptedServer(t);
  const host = hostTokens();
  server.client(host);
  assert.equal(host.asked, 0);
});

test('an expired session is renewed once and the member does not notice, also in the middle of a cancel', async (t) => {
  const server = await startScriptedServer(t);
  const host = hostTokens();
  server.answer(expired, { status: 200, body: canceled });
  assert.deepEqual(await server.client(host).cancelRenewal('m_pro', { idempotencyKey: 'key-of-the-intent' }), canceled);
  assert.deepEqual(server.calls.map(({ headers }) => [headers.authorization, headers['idempotency-key']]), [
    ['Bearer token-1', 'key-of-the-intent'],
    ['Bearer token-2', 'key-of-the-intent'],
  ]);
});

test('calls that expire together share one new token', async (t) => {
  const server = await startScriptedServer(t);
  const host = hostTokens();
  const client = server.client(host);
  server.answer(expired, expired, expired, ready);
  await Promise.all([client.getSession(), client.getSession(), client.getSession()]);
  assert.equal(host.asked, 2);
  assert.equal(server.calls.length, 6);
});

test('a second refusal is thrown; the next call begins with a fresh token', async (t) => {
  const server = await startScriptedServer(t);
  const host = hostTokens();
  const client = server.client(host);
  server.answer(expired, expired, ready);
  await assert.rejects(client.getSession(), { code: 'session_expired', status: 401, retryable: false });
  assert.equal(server.calls.length, 2);
  await client.getSession();
  assert.equal(server.calls[2]?.headers.authorization, 'Bearer token-3');
});

test('a host that identifies by cookie gets no second try: there is no token to renew', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(expired, ready);
  await assert.rejects(server.client().getSession(), { code: 'session_expired' });
  assert.equal(server.calls.length, 1);
});

test('a host that has no token ends in session_missing, and is asked afresh by the next call', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(ready);
  const offline = new TypeError('Failed to fetch');
  const answers = [() => Promise.reject(offline), async () => '', () => { throw offline; }, async () => 'token-4'];
  const client = server.client({ getToken: () => (answers.shift() ?? (async () => ''))() });
  await assert.rejects(client.getSession(), { code: 'session_missing', retryable: true, cause: offline });
  await assert.rejects(client.getSession(), { code: 'session_missing', retryable: true });
  await assert.rejects(client.getSession(), { code: 'session_missing', cause: offline });
  assert.equal(server.calls.length, 0);
  assert.deepEqual(await client.getSession(), session);
});

test('a host may say itself what is wrong', async (t) => {
  const server = await startScriptedServer(t);
  const error = new MemberError('session_missing', { retryable: false });
  const client = server.client({ getToken: () => Promise.reject(error) });
  await assert.rejects(client.getSession(), (thrown) => thrown === error || (thrown as MemberError).cause === error);
});

test('a token that fits in no header is an error of the request, and is shown nowhere', async (t) => {
  const server = await startScriptedServer(t);
  await assert.rejects(server.client({ getToken: async () => 'a\nsecret' }).getSession(), (error: MemberError) => {
    assert.equal(error.code, 'invalid_request');
    assert.equal(error.message, 'invalid_request');
    return true;
  });
  assert.equal(server.calls.length, 0);
});
