import type { Message } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { fixtureMembers, fixtureNow } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomText } from '../../src/session/random-text.ts';
import { maskPhone } from '../../src/verification/mask-phone.ts';
import { normalizeCode } from '../../src/verification/normalize-code.ts';
import { createSmsVerifier } from '../../src/verification/sms-code.ts';

const secret = 'a-session-secret-of-32-characters';

const member = { ...fixtureMembers['li-wen'], tenantId: 'acme' };
const now = new Date(fixtureNow);

async function startVerifier(sessionSecret = secret) {
  const sent: Message[] = [];
  const sender = { send: async (message: Message) => void sent.push(message) };
  const store = createMemoryStore();
  const verifier = createSmsVerifier({ sender, sessionSecret });
  const challenge = async (verificationId: string, strength: 'usual' | 'high' = 'usual') => {
    const subject = { verificationId, member, command: 'cancelRenewal', planName: 'Professional', strength, now } as const;
    const made = await store.read((reads) => verifier.challenge(subject, reads));
    await made.deliver();
    const message = sent.at(-1);
    assert.ok(message?.kind === 'verification_code');
    return { ...made, code: message.code };
  };
  const accepts = (secretHash: string, code: string, verificationId: string) =>
    store.read((reads) => verifier.accepts({ verificationId, member, secretHash, answer: { code }, reads, now }));
  return { accepts, challenge };
}

test('a code is accepted for its own verification only, and not under another secret (AU4)', async () => {
  const { accepts, challenge } = await startVerifier();
  const { code, secretHash } = await challenge('v1');
  assert.deepEqual(await accepts(secretHash, code, 'v1'), {});
  assert.equal(await accepts(secretHash, code, 'v2'), null);
  assert.equal(await accepts('not a hash', code, 'v1'), null);
  const other = await startVerifier('another-session-secret-of-32-chars');
  assert.equal(await other.accepts(secretHash, code, 'v1'), null);
});

test('who has the database alone cannot find the code by trying all of them with plain hashes (AU4)', async () => {
  const { challenge } = await startVerifier();
  const { secretHash, code } = await challenge('v1');
  const encoder = new TextEncoder();
  for (const guess of [code, `v1${code}`, `v1\n${code}`, `${code}v1`]) {
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', encoder.encode(guess))).toString('base64url');
    assert.notEqual(digest, secretHash);
  }
});

test('every digit is as likely as any other: of 256 bytes, the last six are drawn again (AU4)', (t) => {
  let next = 255;
  t.mock.method(crypto, 'getRandomValues', (bytes: Uint8Array) => bytes.map(() => next--));
  const digits = [...randomText('0123456789', 250)];
  for (const digit of '0123456789') assert.equal(digits.filter((each) => each === digit).length, 25, digit);
});

test('a code has six digits, and eight where codes are being guessed (AU4)', async () => {
  const { challenge } = await startVerifier();
  assert.match((await challenge('v1')).code, /^\d{6}$/);
  const { code, codeLength } = await challenge('v2', 'high');
  assert.match(code, /^\d{8}$/);
  assert.equal(codeLength, 8);
});

test('codes differ from one verification to the next (AU4)', async () => {
  const { challenge } = await startVerifier();
  const codes = new Set<string>();
  for (let round = 0; round < 50; round += 1) codes.add((await challenge(`v${round}`)).code);
  assert.ok(codes.size > 45);
});

const numbers = [
  ['+8613812342207', '+86 138 •••• 2207'],
  ['+15551234567', '+1 55 •••• 4567'],
  ['+491701234567', '+49 17 •••• 4567'],
  ['+35312345678', '+353 •••• 5678'],
  ['+4723456', '+47 •••• 6'],
  ['+2901234', '+290 ••••'],
] as const;

for (const [phone, shown] of numbers) {
  test(`the number ${phone} is shown as ${shown}, with at least four digits hidden (PR1)`, () => {
    assert.equal(maskPhone(phone), shown);
    const visible = shown.replace(/\D/g, '').length;
    assert.ok(phone.length - 1 - visible >= 4);
  });
}

test('a typed code loses its spaces and its width, nothing else', () => {
  assert.equal(normalizeCode(' １２３　456\t'), '123456');
  assert.equal(normalizeCode('12-34'), '12-34');
});
