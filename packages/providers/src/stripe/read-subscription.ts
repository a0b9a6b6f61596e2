import { ServiceError } from '@leavewell/server';
import type { StripeItem, StripePrice, StripeSubscription } from './subscription.ts';
import { integerOf, isObject, objectOf, secondsOf, textOf, type WireObject } from '../wire-value.ts';

/**
 * Reads what Stripe sent. Anything optional that is absent or of another type reads as null; words that Stripe added
 * later are kept. Throws `provider_unavailable`, naming the field, when this is not a subscription at all.
 */
export function readSubscription(value: unknown): StripeSubscription {
  if (!isObject(value) || value['object'] !== 'subscription') throw notASubscription('object', '"subscription"');
  const status = textOf(value['status']);
  if (status === null) throw notASubscription('status', 'a text');
  return {
    status,
    currency: textOf(value['currency']),
    created: secondsOf(value['created']),
    start_date: secondsOf(value['start_date']),
    current_period_start: secondsOf(value['current_period_start']),
    current_period_end: secondsOf(value['current_period_end']),
    trial_end: secondsOf(value['trial_end']),
    cancel_at: secondsOf(value['cancel_at']),
    cancel_at_period_end: value['cancel_at_period_end'] === true,
    canceled_at: secondsOf(value['canceled_at']),
    ended_at: secondsOf(value['ended_at']),
    cancellation_details: readCancellation(value['cancellation_details']),
    pause_collection: readPause(value['pause_collection']),
    default_payment_method: readPaymentMethod(value['default_payment_method']) ?? customersMethod(value['customer']),
    items: { data: readItems(objectOf(value['items'])['data']) },
  };
}

/** What Stripe sent cannot be understood; trying again may help, guessing would not. */
export function notASubscription(field: string, expected: string): ServiceError {
  return new ServiceError('provider_unavailable', {
    detail: `Stripe's answer is not a subscription: "${field}" should be ${expected}`,
    errors: [{ field, message: `should be ${expected}` }],
  });
}

function readCancellation(value: unknown): StripeSubscription['cancellation_details'] {
  const { reason, feedback, comment } = objectOf(value);
  return { reason: textOf(reason), feedback: textOf(feedback), comment: textOf(comment) };
}

function readPause(value: unknown): StripeSubscription['pause_collection'] {
  return isObject(value) ? { resumes_at: secondsOf(value['resumes_at']) } : null;
}

/** A card says its brand; a wallet or a bank debit is known by its type. Not expanded, it is only an id. */
function readPaymentMethod(value: unknown): StripeSubscription['default_payment_method'] {
  if (!isObject(value)) return null;
  const type = textOf(value['type']);
  const details = objectOf(type === null ? undefined : value[type]);
  const brand = textOf(details['brand']) ?? type;
  return brand === null ? null : { brand: brand.slice(0, 40), last4: textOf(details['last4']) };
}

/** What the customer pays with where the subscription names nothing, if the customer was expanded. */
function customersMethod(customer: unknown): StripeSubscription['default_payment_method'] {
  const settings = objectOf(objectOf(customer)['invoice_settings']);
  return readPaymentMethod(settings['default_payment_method']);
}

function readItems(value: unknown): StripeItem[] {
  return Array.isArray(value) ? value.filter(isObject).map(readItem) : [];
}

function readItem(item: WireObject): StripeItem {
  return {
    current_period_start: secondsOf(item['current_period_start']),
    current_period_end: secondsOf(item['current_period_end']),
    quantity: integerOf(item['quantity']),
    price: isObject(item['price']) ? readPrice(item['price']) : null,
  };
}

function readPrice(price: WireObject): StripePrice {
  return {
    unit_amount: integerOf(price['unit_amount']),
    unit_amount_decimal: textOf(price['unit_amount_decimal']),
    recurring: readRecurring(price['recurring']),
    transform_quantity: readTransform(price['transform_quantity']),
  };
}

function readRecurring(value: unknown): StripePrice['recurring'] {
  if (!isObject(value)) return null;
  return {
    interval: textOf(value['interval']) ?? '',
    interval_count: integerOf(value['interval_count']) ?? 1,
    usage_type: textOf(value['usage_type']) ?? 'licensed',
  };
}

function readTransform(value: unknown): StripePrice['transform_quantity'] {
  const { divide_by, round } = objectOf(value);
  const divisor = integerOf(divide_by);
  return divisor === null || divisor < 1 ? null : { divide_by: divisor, round: textOf(round) ?? 'up' };
}
