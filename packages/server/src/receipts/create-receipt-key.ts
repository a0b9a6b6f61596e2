import type { ReceiptKey } from './receipt-key.ts';

/**
 * Makes a key that signs receipts (ES256: ECDSA on P-256 with SHA-256, RFC 7518 section 3.4). Keep it as you keep a
 * password: as JSON in a secret. To rotate, put a new one before it in `receiptKeys` and leave the old one in the list,
 * so that what it signed can still be verified.
 * @param kid - its name in every signature: the day it was made is a good one, `2026-11-22`
 */
export async function createReceiptKey(kid: string): Promise<ReceiptKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kid, privateKey: { kty: 'EC', crv: 'P-256', x, y, d } };
}
