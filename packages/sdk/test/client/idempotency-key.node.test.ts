import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createIdempotencyKey } from '../../src/index.ts';

/** Runs the test on a page with another `crypto`. */
function withCrypto(t: TestContext, value: unknown): void {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  Object.defineProperty(globalThis, 'crypto', { value, configurable: true });
  t.after(() => original && Object.defineProperty(globalThis, 'crypto', original));
}

function assertThousandDifferentKeys(): void {
  const keys = Array.from({ length: 1000 }, createIdempotencyKey);
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.match(key, /^[A-Za-z0-9_.:-]{8,128}$/);
}

test('every intent gets its own key, in the form that the server takes (XO2)', () => {
  assertThousandDifferentKeys();
  assert.match(createIdempotencyKey(), /^[0-9a-f]{8}-[0-9a-f]{4}-4/, 'a random UUID where there are any');
});

test('a page without https has no randomUUID and still gets keys', (t) => {
  const { crypto } = globalThis;
  withCrypto(t, { getRandomValues: (words: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(words) });
  assertThousandDifferentKeys();
});

test('a mini program without crypto still gets keys', (t) => {
  withCrypto(t, undefined);
  assertThousandDifferentKeys();
});
