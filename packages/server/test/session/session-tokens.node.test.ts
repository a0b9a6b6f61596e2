import { createFixtureClock, fixtureNow } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSessionTokens } from '../../src/session/session-tokens.ts';

const secret = 'a-session-secret-of-32-characters';
const subject = { tenantId: 'acme', memberId: 'li-wen', place: null };

function start() {
  const clock = createFixtureClock(fixtureNow);
  return { clock, tokens: createSessionTokens(secret, clock) };
}

/** How often WebCrypto was asked for a signature while `work` ran. */
async function verifications(work: () => Promise<unknown>): Promise<number> {
  const { verify } = crypto.subtle;
  let count = 0;
  crypto.subtle.verify = (...given) => {
    count += 1;
    return Reflect.apply(verify, crypto.subtle, given);
  };
  try {
    await work();
  } finally {
    crypto.subtle.verify = verify;
  }
  return count;
}

test('a token is checked by its signature once, however often it is used', async () => {
  const { tokens } = start();
  const { token } = await tokens.mint(subject);
  const count = await verifications(async () => {
    for (let round = 0; round < 50; round += 1) assert.deepEqual(await tokens.check(token), subject);
  });
  assert.equal(count, 1);
});

test('a token that was used runs out in the same moment as one that was not', async () => {
  const { clock, tokens } = start();
  const [used, unused] = [await tokens.mint(subject), await tokens.mint({ ...subject, memberId: 'wang-fang' })];
  assert.deepEqual(await tokens.check(used.token), subject);
  clock.advance(15 * 60_000 - 1);
  assert.deepEqual(await tokens.check(used.token), subject);
  clock.advance(1);
  assert.deepEqual([await tokens.check(used.token), await tokens.check(unused.token)], ['expired', 'expired']);
});

test('what is no token of ours is none the second time either, and is not remembered in the place of one', async () => {
  const { tokens } = start();
  const { token } = await tokens.mint(subject);
  await tokens.check(token);
  const [head, payload, signature] = token.split('.');
  const foreign = (await createSessionTokens('another-session-secret-of-32-chars', start().clock).mint(subject)).token;
  const forged = [
    '', 'x', 'a.b.c', `${token}x`, token.slice(0, -1), `${head}.${payload}.`, `${head}.${payload}`, foreign,
    `${btoa('{"alg":"none","typ":"JWT"}').replaceAll('=', '')}.${payload}.`,
    `${head}.${btoa('{"tid":"other","sub":"li-wen","exp":9999999999}').replaceAll('=', '')}.${signature}`,
  ];
  for (const each of [...forged, ...forged]) assert.equal(await tokens.check(each), null, each);
  assert.deepEqual(await tokens.check(token), subject);
});

test('two members with tokens of the same moment are never taken for each other', async () => {
  const { tokens } = start();
  const memberAt = (index: number) => ({ tenantId: `t${index % 3}`, memberId: `m${index}`, place: null });
  const members = Array.from({ length: 200 }, (_, index) => memberAt(index));
  const minted = await Promise.all(members.map((member) => tokens.mint(member)));
  for (let round = 0; round < 2; round += 1) {
    const found = await Promise.all(minted.map(({ token }) => tokens.check(token)));
    assert.deepEqual(found, members);
  }
});

test('a token carries the place whose law applies to the session, and a place that no profile has is none', async () => {
  const { tokens } = start();
  const { token } = await tokens.mint({ ...subject, place: 'DE' });
  assert.deepEqual(await tokens.check(token), { ...subject, place: 'DE' });
  const plain = await tokens.mint(subject);
  assert.ok(plain.token.length < token.length, 'a session without a place says nothing of one');
});
