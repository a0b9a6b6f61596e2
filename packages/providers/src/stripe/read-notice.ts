import { ServiceError, type BillingNotice } from '@leavewell/server';
import { Stripe } from 'stripe';
import { isObject, objectOf, textOf, type WireObject } from '../wire-value.ts';

/** Stripe's advice: older than this, a notice may be one that somebody recorded. */
const TOLERANCE_SECONDS = 300;

/**
 * Checks a notice with Stripe's own library against `now`, and finds the subscription in it, in the shapes of all API
 * versions: which one a notice has is a setting of the endpoint. Throws `webhook_invalid`.
 */
export async function readNotice(body: string, headers: Headers, secret: string, now: Date): Promise<BillingNotice> {
  const event = await verify(body, headers.get('stripe-signature') ?? '', secret, now);
  const id = textOf(objectOf(event)['id']);
  if (id === null) throw invalid('it has no "id"');
  const object = objectOf(objectOf(objectOf(event)['data'])['object']);
  return { id, references: [...new Set(referencesIn(object))] };
}

async function verify(body: string, signature: string, secret: string, now: Date): Promise<unknown> {
  try {
    const { webhooks } = Stripe;
    return await webhooks.constructEventAsync(body, signature, secret, TOLERANCE_SECONDS, undefined, now.getTime());
  } catch (error) {
    throw invalid('its signature, its age or its form is wrong: check STRIPE_WEBHOOK_SECRET and the clock', error);
  }
}

function invalid(why: string, cause?: unknown): ServiceError {
  return new ServiceError('webhook_invalid', { detail: `The notice is not taken: ${why}` }, { cause });
}

/** Where each kind of object keeps its subscription; a charge knows it only through an invoice that was expanded. */
const places: Readonly<Record<string, (object: WireObject) => readonly unknown[]>> = {
  subscription: ({ id }) => [id],
  invoice: (invoice) => [invoice['subscription'], ...placesInParent(invoice), ...placesInLines(invoice)],
  charge: ({ invoice }) => [...objectPlaces(invoice)],
  'checkout.session': ({ subscription }) => [subscription],
  subscription_schedule: ({ subscription }) => [subscription],
};

function referencesIn(object: WireObject): string[] {
  const kind = textOf(object['object']) ?? '';
  const found = Object.hasOwn(places, kind) ? (places[kind]?.(object) ?? []) : [];
  return found.flatMap((value) => textOf(isObject(value) ? value['id'] : value) ?? []);
}

function objectPlaces(value: unknown): readonly unknown[] {
  const object = objectOf(value);
  return object['object'] === 'invoice' ? [object['subscription'], ...placesInParent(object)] : [];
}

/** Since API version 2025-03-31.basil. */
function placesInParent({ parent }: WireObject): readonly unknown[] {
  return [objectOf(objectOf(parent)['subscription_details'])['subscription']];
}

function placesInLines({ lines }: WireObject): readonly unknown[] {
  const data = objectOf(lines)['data'];
  if (!Array.isArray(data)) return [];
  return data.filter(isObject).flatMap((line) => {
    const parent = objectOf(line['parent']);
    return [line['subscription'], objectOf(parent['subscription_item_details'])['subscription']];
  });
}
