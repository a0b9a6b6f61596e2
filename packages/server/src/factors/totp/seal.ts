import { fromBase64Url, toBase64Url } from '../../session/base64url.ts';
import { derivedKey } from '../../session/derived-key.ts';

/** Closes secrets away so that the database alone does not give them up. */
export interface Seal {
  /** @param owner - whose it is; the same has to be named to open it */
  close(bytes: Uint8Array<ArrayBuffer>, owner: string): Promise<string>;
  /** Null for what was sealed under another secret, for another owner, or changed since. */
  open(sealed: string, owner: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

const nonceBytes = 12;

/** An AES-256 key that is derived from `secret` for one purpose: HKDF, then HMAC-SHA-256 over a label. */
async function sealingKey(secret: string, purpose: string): Promise<CryptoKey> {
  const key = await derivedKey(secret, purpose);
  const bytes = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('AES-256-GCM'));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Seals by AES-256-GCM (NIST SP 800-38D) under a random nonce, bound to the owner. */
export function createSeal(secret: string, purpose: string): Seal {
  const key = sealingKey(secret, purpose);
  const parameters = (iv: Uint8Array<ArrayBuffer>, owner: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(owner),
  });
  return {
    async close(bytes, owner) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, owner), await key, bytes));
      return `${toBase64Url(nonce)}.${toBase64Url(sealed)}`;
    },
    async open(sealed, owner) {
      const [nonce, bytes] = sealed.split('.').map(fromBase64Url);
      if (!nonce || !bytes) return null;
      try {
        return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, owner), await key, bytes));
      } catch {
        return null;
      }
    },
  };
}
