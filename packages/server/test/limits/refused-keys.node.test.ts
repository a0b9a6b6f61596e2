import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostKey, startServer } from '../handler/start-server.ts';
import { askFrom } from './ask-from.ts';

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const address = '203.0.113.7';

async function startGuessing() {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  const guess = () => askFrom(server, { address }, 'getSession', bearer(`${token.slice(0, -2)}AA`));
  const guessKey = () => askFrom(server, { address }, 'listEvents', bearer('a-guessed-key-0123456789'));
  return { server, token, guess, guessKey };
}

test('thirty tokens and keys that are not ours are looked at in ten minutes, then the address hears when to come back (RL1)', async () => {
  const { server, guess, guessKey } = await startGuessing();
  for (let count = 0; count < 15; count += 1) {
    assert.equal((await guess()).code, 'session_expired');
    assert.equal((await guessKey()).code, 'host_key_invalid');
  }
  for (const refused of [await guess(), await guessKey()]) {
    assert.deepEqual([refused.code, refused.retryAt], ['rate_limited', '2026-11-22T02:52:00Z']);
    assert.equal(refused.headers.get('retry-after'), '600');
  }
  server.clock.set('2026-11-22T02:52:00Z');
  assert.equal((await guess()).code, 'session_expired');
});

test('a valid token or key is never refused because others at its address guessed (RL2)', async () => {
  const { server, token, guess } = await startGuessing();
  for (let count = 0; count < 100; count += 1) await guess();
  assert.equal((await askFrom(server, { address }, 'getSession', bearer(token))).status, 200);
  assert.equal((await askFrom(server, { address }, 'listEvents', bearer(hostKey))).status, 200);
});

test('a token of ours that ran out is no guess: its owner always hears to fetch another (RL2)', async () => {
  const { server, token, guess } = await startGuessing();
  server.clock.advance(16 * 60_000);
  for (let count = 0; count < 100; count += 1) {
    assert.equal((await askFrom(server, { address }, 'getSession', bearer(token))).code, 'session_expired');
  }
  assert.equal((await guess()).code, 'session_expired', 'none of them was counted');
  for (let count = 0; count < 100; count += 1) await guess();
  assert.equal((await askFrom(server, { address }, 'getSession', bearer(token))).code, 'session_expired');
});

test('guesses from another address are counted by themselves', async () => {
  const { server, token, guess } = await startGuessing();
  for (let count = 0; count < 31; count += 1) await guess();
  assert.equal((await guess()).code, 'rate_limited');
  const elsewhere = await askFrom(server, { address: '203.0.113.8' }, 'getSession', bearer(`${token}x`));
  assert.equal(elsewhere.code, 'session_expired');
});
