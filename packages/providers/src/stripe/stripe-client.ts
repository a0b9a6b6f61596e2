import { Stripe } from 'stripe';
import { requireSecret } from '../require-secret.ts';
import { oneTryHttpClient } from './one-try-http-client.ts';

/** How to reach Stripe. */
export interface StripeClientOptions {
  /** The account's secret or restricted key; environment variable `STRIPE_SECRET_KEY`. */
  readonly secretKey: string;
  /** `api.stripe.com` when absent. */
  readonly host?: string;
  /** 443 when absent. */
  readonly port?: number;
  /** `https` when absent. */
  readonly protocol?: 'http' | 'https';
  /** For one request, to the last byte of its answer; 12,000 when absent. A command takes three at most. */
  readonly timeoutMs?: number;
}

/** The version whose words are asked for and answered, whatever the account's own is. */
export const stripeApiVersion = '2026-10-28.endive';

const TIMEOUT_MS = 12_000;

/** Stripe's own package, set to send each request once and to tell nobody how long it took. */
export function stripeClient({ secretKey, timeoutMs = TIMEOUT_MS, ...options }: StripeClientOptions): Stripe {
  const { host, port, protocol } = options;
  return new Stripe(requireSecret(secretKey, 'STRIPE_SECRET_KEY'), {
    apiVersion: stripeApiVersion,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    httpClient: oneTryHttpClient(),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
  });
}
