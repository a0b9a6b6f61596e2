import type { Receipt } from '@leavewell/contract';
import { CompactSign, importJWK } from 'jose';
import { canonicalJson } from '../membership/canonical-json.ts';
import type { ReceiptKey } from './receipt-key.ts';

/** The type of our signatures (RFC 7515, section 4.1.9), so that one is never taken for another kind of token. */
export const receiptType = 'leavewell-receipt+json';

/**
 * A receipt as compact JWS (RFC 7515) under ES256. The payload is the receipt as JSON with its keys in order: the same
 * receipt gives the same bytes on every day; the signature differs, as ECDSA draws a number for each.
 */
export async function signReceipt(receipt: Receipt, { kid, privateKey }: ReceiptKey): Promise<string> {
  const payload = new TextEncoder().encode(canonicalJson(receipt));
  const key = await importJWK({ ...privateKey }, 'ES256');
  return new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid, typ: receiptType }).sign(key);
}
