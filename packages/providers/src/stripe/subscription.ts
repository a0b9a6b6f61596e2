/** What Stripe calls the life of a subscription ("The Subscription object", field `status`). */
export type StripeStatus =
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'unpaid'
  | 'paused'
  | 'incomplete'
  | 'incomplete_expired'
  | 'canceled';

/** What one subscription item is sold at ("The Price object"). Amounts are in the currency's minor unit. */
export interface StripePrice {
  readonly unit_amount: number | null;
  /** The same with a fraction, as text, where a unit costs less than one minor unit. */
  readonly unit_amount_decimal: string | null;
  readonly recurring: {
    readonly interval: string;
    readonly interval_count: number;
    readonly usage_type: string;
  } | null;
  /** Sells packages of this many. */
  readonly transform_quantity: { readonly divide_by: number; readonly round: string } | null;
}

/** One thing a subscription sells ("The Subscription Item object"). Moments are seconds since 1970. */
export interface StripeItem {
  /** On items since API version 2025-03-31.basil; on the subscription before. */
  readonly current_period_start: number | null;
  readonly current_period_end: number | null;
  readonly quantity: number | null;
  readonly price: StripePrice | null;
}

/**
 * The part of "The Subscription object" that is read here, in both shapes: with the period on the subscription (until
 * API version 2025-03-31.basil) and with a period on each item (since then). Moments are seconds since 1970.
 */
export interface StripeSubscription {
  /** A `StripeStatus`, or one that Stripe added later. */
  readonly status: string;
  readonly currency: string | null;
  readonly created: number | null;
  readonly start_date: number | null;
  readonly current_period_start: number | null;
  readonly current_period_end: number | null;
  readonly trial_end: number | null;
  readonly cancel_at: number | null;
  readonly cancel_at_period_end: boolean;
  readonly canceled_at: number | null;
  readonly ended_at: number | null;
  readonly cancellation_details: {
    readonly reason: string | null;
    readonly feedback: string | null;
    readonly comment: string | null;
  };
  readonly pause_collection: { readonly resumes_at: number | null } | null;
  /** The subscription's own, else the customer's; known only when it was expanded. */
  readonly default_payment_method: { readonly brand: string; readonly last4: string | null } | null;
  readonly items: { readonly data: readonly StripeItem[] };
}
