import { Receipt } from '@leavewell/contract';
import { parseCompactJws, parseJson, type CompactJws } from './compact-jws.ts';
import { ReceiptError } from './receipt-error.ts';

/** A set of public keys, as a server publishes it at `/.well-known/jwks.json` below its mount path (RFC 7517). */
export interface ReceiptKeySet {
  readonly keys: readonly (JsonWebKey & { readonly kid?: string })[];
}

/** A receipt that is what the server wrote. */
export interface VerifiedReceipt {
  readonly receipt: Receipt;
}

const receiptType = 'leavewell-receipt+json';
const es256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

function requireAlgorithm({ header }: CompactJws): void {
  if (header['alg'] === 'ES256' && !('crit' in header)) return;
  throw new ReceiptError('wrong_algorithm', 'Receipts are signed with ES256 and nothing else.');
}

/** Only what a public key on P-256 needs is taken, so that nothing else in the set has a say. */
async function keyFor({ header }: CompactJws, { keys }: ReceiptKeySet): Promise<CryptoKey> {
  const { kid } = header;
  const found = keys.find((key) => key.kid !== undefined && key.kid === kid && key.kty === 'EC' && key.crv === 'P-256');
  if (found?.x === undefined || found.y === undefined) {
    throw new ReceiptError('unknown_key', `None of the keys is "${String(kid)}": get them from the site that signed.`);
  }
  const { x, y } = found;
  try {
    return await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x, y }, es256, false, ['verify']);
  } catch (error) {
    throw new ReceiptError('unknown_key', `The key "${String(kid)}" is no point on P-256.`, error);
  }
}

function receiptOf({ header, payload }: CompactJws): Receipt {
  try {
    if (header['typ'] !== receiptType) throw new Error('another type');
    return Receipt.parse(parseJson(payload));
  } catch (error) {
    throw new ReceiptError('not_a_receipt', 'This was signed by the site, and it is no receipt.', error);
  }
}

/**
 * Verifies a signed receipt, in a browser or in Node, without asking anybody: whoever has the receipt and the site's
 * public keys can check it for ever, also when the site is gone. Throws `ReceiptError` with a `code`.
 * @param jws - the signed form: `GET /v1/receipts/{id}` with `Accept: application/jose`, or the file `….jws` of a mail
 * @param keys - what `/.well-known/jwks.json` of the site answered, now or then
 */
export async function verifyReceipt(jws: string, keys: ReceiptKeySet): Promise<VerifiedReceipt> {
  const parts = parseCompactJws(jws);
  requireAlgorithm(parts);
  const key = await keyFor(parts, keys);
  if (!(await crypto.subtle.verify(es256, key, parts.signature, parts.signed))) {
    throw new ReceiptError('signature_wrong', 'The receipt is not as it was signed: a byte of it was changed.');
  }
  return { receipt: receiptOf(parts) };
}
