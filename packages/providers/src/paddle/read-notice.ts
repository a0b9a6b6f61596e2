import { ServiceError, type BillingNotice } from '@leavewell/server';
import { isObject, objectOf, textOf } from '../wire-value.ts';

/** Paddle's libraries take five seconds; five minutes also let through what waited on its way. */
const TOLERANCE_SECONDS = 300;

const encoder = new TextEncoder();

/**
 * Checks a notice ("Verify webhook signatures": HMAC SHA-256 of `ts:body`, of which there may be several while a
 * secret is changed) against `now`, and finds the subscription in it. Throws `webhook_invalid`.
 */
export async function readNotice(body: string, headers: Headers, secret: string, now: Date): Promise<BillingNotice> {
  const { time, signatures } = readSignature(headers.get('paddle-signature') ?? '');
  if (Math.abs(now.getTime() / 1000 - time) > TOLERANCE_SECONDS) throw invalid('it is too old: check the clock');
  const checks = await Promise.all(signatures.map((signature) => isSigned(`${time}:${body}`, signature, secret)));
  if (!checks.includes(true)) throw invalid('its signature is wrong: check PADDLE_WEBHOOK_SECRET');
  const event = parse(body);
  const id = textOf(event['event_id']);
  if (id === null) throw invalid('it has no "event_id"');
  const { id: ownId, subscription_id } = objectOf(event['data']);
  const found = textOf(subscription_id) ?? textOf(ownId);
  return { id, references: found?.startsWith('sub_') === true ? [found] : [] };
}

interface Signature {
  readonly time: number;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
}

function readSignature(header: string): Signature {
  const parts = header.split(';').map((part) => part.trim().split('='));
  const valuesOf = (name: string): string[] => parts.flatMap(([key, value]) => (key === name && value ? [value] : []));
  const [time = ''] = valuesOf('ts');
  if (!/^\d{1,12}$/.test(time)) throw invalid('it is not signed');
  const signatures = valuesOf('h1').filter((text) => /^[0-9a-f]{64}$/i.test(text));
  return { time: Number(time), signatures: signatures.map(bytesOf) };
}

function bytesOf(hexadecimal: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Compared in the time that the length takes, whatever the bytes are. */
async function isSigned(text: string, signature: Uint8Array<ArrayBuffer>, secret: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  return crypto.subtle.verify('HMAC', key, signature, encoder.encode(text));
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const event: unknown = JSON.parse(body);
    if (isObject(event)) return event;
  } catch (error) {
    throw invalid('it is no JSON', error);
  }
  throw invalid('it is no object');
}

function invalid(why: string, cause?: unknown): ServiceError {
  return new ServiceError('webhook_invalid', { detail: `The notice is not taken: ${why}` }, { cause });
}
