import type { WireJson } from '../double-faults.ts';
import type { FormValue } from '../form-values.ts';
import type { StripeState } from './stripe-state.ts';

/** A status with its JSON. */
export interface StripeAnswer {
  readonly status: number;
  readonly body: WireJson;
  /** The subscription that a write was carried out on. */
  readonly about?: StripeState;
}

/** An error as Stripe writes it ("Errors"). */
export function stripeError(status: number, error: WireJson): StripeAnswer {
  return { status, body: { error } };
}

/** A request that Stripe will not carry out. */
export const refused = (message: string, more: WireJson = {}): StripeAnswer =>
  stripeError(400, { type: 'invalid_request_error', message, ...more });

/** What a request asks for, and what a write would change. */
export interface StripeRequest {
  readonly method: string;
  readonly path: string;
  readonly form: Readonly<Record<string, FormValue>>;
}
