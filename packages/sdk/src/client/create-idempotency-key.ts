/**
 * A new key for one intent of the member, to be repeated with every try of it.
 * `crypto.randomUUID` is missing on plain http pages and `crypto` in some mini programs; a key has to be unique, not
 * secret, so the last resort is good enough.
 */
export function createIdempotencyKey(): string {
  const source: Partial<Crypto> | undefined = globalThis.crypto;
  if (source?.randomUUID) return source.randomUUID();
  return (source?.getRandomValues?.(new Uint32Array(4)) ?? Array.from({ length: 4 }, Math.random)).join('-');
}
