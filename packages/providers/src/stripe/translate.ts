import { formatInstant, type BillingSubject } from '@leavewell/server';
import { currentPeriod, startOf } from './current-period.ts';
import { readSubscription } from './read-subscription.ts';
import type { StripeSubscription } from './subscription.ts';
import { offBy, scheduledEndOf } from './translate-cancellation.ts';
import { translatePrice } from './translate-price.ts';
import { translateStatus } from './translate-status.ts';

export type { StripeItem, StripePrice, StripeStatus, StripeSubscription } from './subscription.ts';

/** What the server calls the facts of billing. */
export type StripeBillingFacts = BillingSubject['facts'];

type Facts = StripeBillingFacts;

/**
 * Says in our words what Stripe's subscription object says ("The Subscription object" in Stripe's API reference), in
 * the shapes of all API versions since 2020-08-27. Expand `default_payment_method` and
 * `customer.invoice_settings.default_payment_method` to have the card shown.
 *
 * Pure and total: words that Stripe added later never throw (an unknown status is read as `active`, or as `canceled`
 * once there is `ended_at`). Throws `provider_unavailable`, naming the field, for what is not a subscription at all.
 *
 * Not told by Stripe, and therefore never guessed: a deadline for canceling before the charge, and until when access
 * goes on after a failed payment. Both are null.
 */
export function translateSubscription(subscription: unknown): Facts {
  const read = readSubscription(subscription);
  const period = currentPeriod(read);
  const scheduledEnd = scheduledEndOf(read, period.end);
  const end = scheduledEnd ?? period.end;
  const start = Math.min(period.start, end);
  return {
    kind: 'recurring',
    payment: translateStatus(read).payment,
    startsAt: instantOf(startOf(read, start)),
    periodStartsAt: instantOf(start),
    periodEndsAt: instantOf(end),
    ...translateRenewal(read, scheduledEnd !== null, start),
    cancelBy: null,
    graceEndsAt: null,
    price: translatePrice(period.dueItems, read.currency),
    paymentMethod: translatePaymentMethod(read.default_payment_method),
  };
}

type RenewalFacts = Pick<Facts, 'renewal' | 'renewalOff' | 'endedAt' | 'resumesAt'>;

/** Over, canceled, paused and renewing exclude each other and are asked in this order; `otherwise` is for no date. */
function translateRenewal(subscription: StripeSubscription, isCanceled: boolean, otherwise: number): RenewalFacts {
  const { renewal } = translateStatus(subscription);
  const { canceled_at, ended_at, pause_collection } = subscription;
  if (renewal === 'off' || isCanceled) {
    // `canceled_at` is when it was asked for, `ended_at` when it stopped; a failed first payment may leave neither.
    const endedAt = renewal === 'off' ? instantOf(ended_at ?? canceled_at ?? otherwise) : null;
    const renewalOff = { by: offBy(subscription), at: instantOf(canceled_at ?? ended_at ?? otherwise) };
    return { renewal: 'off', renewalOff, endedAt, resumesAt: null };
  }
  return {
    renewal: pause_collection === null ? renewal : 'paused',
    renewalOff: null,
    endedAt: null,
    resumesAt: optionalInstantOf(pause_collection?.resumes_at ?? null),
  };
}

function translatePaymentMethod(method: StripeSubscription['default_payment_method']): Facts['paymentMethod'] {
  if (method === null) return null;
  const { brand, last4 } = method;
  return { brand, last4: last4 !== null && /^\d{4}$/.test(last4) ? last4 : null };
}

function instantOf(seconds: number): string {
  return formatInstant(new Date(seconds * 1000));
}

function optionalInstantOf(seconds: number | null): string | null {
  return seconds === null ? null : instantOf(seconds);
}
