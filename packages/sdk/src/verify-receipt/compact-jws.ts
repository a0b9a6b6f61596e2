import { ReceiptError } from './receipt-error.ts';

/** A compact JWS taken apart (RFC 7515, section 7.1). Nothing of it is believed yet. */
export interface CompactJws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** What the signature is over: the first two parts as they came. */
  readonly signed: Uint8Array<ArrayBuffer>;
}

/**
 * The bytes of a base64url text (RFC 4648, section 5). The one way in which these bytes are written is taken and no
 * other: the last letter has bits that stand for nothing, and a text with another letter there would pass as the same.
 */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) throw new Error('not base64url');
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const written = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  if (written.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') !== text) throw new Error('not base64url');
  return bytes;
}

/** The JSON of UTF-8 bytes. Throws when they are neither. */
export function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function headerOf(bytes: Uint8Array<ArrayBuffer>): CompactJws['header'] {
  const header = parseJson(bytes);
  if (typeof header !== 'object' || header === null) throw new Error('no header');
  return { ...header };
}

/** Takes a compact JWS apart. Throws `not_a_jws`. */
export function parseCompactJws(text: string): CompactJws {
  const [header = '', payload = '', signature = '', ...more] = text.split('.');
  try {
    if (more.length > 0) throw new Error('more than three parts');
    return {
      header: headerOf(bytesOf(header)),
      payload: bytesOf(payload),
      signature: bytesOf(signature),
      signed: new TextEncoder().encode(`${header}.${payload}`),
    };
  } catch (error) {
    throw new ReceiptError('not_a_jws', 'This is no signed receipt: three parts with dots between them.', error);
  }
}
