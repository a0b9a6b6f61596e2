import { ServiceError } from '@leavewell/server';
import { Stripe } from 'stripe';

type Code = ConstructorParameters<typeof ServiceError>[0];

/**
 * Says in our codes what went wrong at Stripe. Stripe's own sentences may name customers and keys; they stay in
 * `cause`, for the log. What is unclear is `provider_unavailable`: the caller then reads before anything else.
 */
export function translateError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const [code, detail] = meaningOf(error);
  return new ServiceError(code, { detail }, { cause: error });
}

function meaningOf(error: unknown): readonly [Code, string] {
  if (!(error instanceof Stripe.errors.StripeError))
    return ['provider_unavailable', 'Stripe answered in an unknown form'];
  const { statusCode, code, rawType, requestId } = error;
  const request = requestId ? `, request ${requestId}` : '';
  if (statusCode === 401 || statusCode === 403) {
    return ['provider_unavailable', `Stripe refuses the key${request}: check STRIPE_SECRET_KEY and its permissions`];
  }
  if (rawType === 'invalid_request_error' && isMissing(statusCode, code)) {
    return ['subscription_missing', `Stripe has no such object${request}: check the reference and the account`];
  }
  if (isRefusal(statusCode, rawType, code)) {
    return ['provider_refused', `Stripe refused with ${code ?? rawType}${request}`];
  }
  return ['provider_unavailable', `Stripe did not answer, or not for good (${statusCode ?? error.type}${request})`];
}

function isMissing(statusCode: number | undefined, code: string | undefined): boolean {
  return code === 'resource_missing' || statusCode === 404;
}

/** 409 is another request under the same key that still runs: its outcome is not known, so that it is no refusal. */
function isRefusal(statusCode: number | undefined, rawType: string | undefined, code: string | undefined): boolean {
  const isKnown = ['invalid_request_error', 'card_error', 'idempotency_error'].includes(rawType ?? '');
  return isKnown && (statusCode === 400 || statusCode === 402) && code !== 'rate_limit' && code !== 'lock_timeout';
}
