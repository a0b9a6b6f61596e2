import type { ReceiptKey } from './receipt-key.ts';

const remedy = 'make one with createReceiptKey(kid) of @leavewell/server/receipts';
/** A coordinate or secret of P-256: 32 bytes in base64url. */
const number32 = /^[A-Za-z0-9_-]{43}$/;

function remedyOf({ kid, privateKey }: ReceiptKey): string | null {
  if (typeof kid !== 'string' || kid === '') return 'give the key a name in "kid".';
  const { kty, crv, x, y, d } = privateKey ?? {};
  if (kty !== 'EC' || crv !== 'P-256') return `the key "${kid}" is no EC key on P-256; ${remedy}.`;
  const isWhole = [x, y, d].every((part) => typeof part === 'string' && number32.test(part));
  return isWhole ? null : `the key "${kid}" has no x, y and d of 32 bytes; ${remedy}.`;
}

/** Why these keys cannot sign, and what to do; null when they can. No part of a key is in the text. */
export function receiptKeysFault(keys: readonly ReceiptKey[]): string | null {
  const fault = keys.map(remedyOf).find((found) => found !== null);
  if (fault !== undefined) return fault;
  const kids = keys.map(({ kid }) => kid);
  const repeated = kids.find((kid, index) => kids.indexOf(kid) !== index);
  return repeated === undefined ? null : `"${repeated}" is given twice; a name is never given to another key.`;
}
