import type { ReceiptKey } from './receipt-key.ts';

/** The public half of a key, for whoever verifies a receipt (RFC 7517). */
export interface PublishedKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/** A set of public keys (RFC 7517, section 5). */
export interface PublishedKeys {
  readonly keys: readonly PublishedKey[];
}

function publicHalf({ kid, privateKey: { x, y } }: ReceiptKey): PublishedKey {
  return { kty: 'EC', crv: 'P-256', x, y, kid, use: 'sig', alg: 'ES256' };
}

/** The public halves alone: what is not named here never leaves the server. */
export function publishedKeys(keys: readonly ReceiptKey[]): PublishedKeys {
  return { keys: keys.map(publicHalf) };
}
