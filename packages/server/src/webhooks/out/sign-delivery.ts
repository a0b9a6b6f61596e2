import { webhookSecretBytes } from './webhook-secret.ts';

/** One delivery: the same id on every try, the moment of this one, and the exact body. */
export interface Delivery {
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/** The headers of Standard Webhooks 1.0.0 that say what a delivery is, and prove it with every secret. */
export async function signDelivery(
  { id, sentAt, body }: Delivery,
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const signatures = await Promise.all(secrets.map(async (secret) => `v1,${await hmacOf(secret, signed)}`));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

async function hmacOf(secret: string, signed: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = webhookSecretBytes(secret);
  if (bytes === null) throw new TypeError('a webhook secret is not in the form whsec_<base64>');
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
  return btoa(Array.from(signature, (byte) => String.fromCharCode(byte)).join(''));
}
