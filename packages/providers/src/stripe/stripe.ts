/// <reference types="node" />
import { ServiceError, type BillingProvider } from '@leavewell/server';
import { stripeProvider } from './stripe-provider.ts';

export type { StripeClientOptions } from './stripe-client.ts';
export { stripeApiVersion } from './stripe-client.ts';
export { stripeProvider, type StripeProviderOptions } from './stripe-provider.ts';
export {
  translateSubscription,
  type StripeBillingFacts,
  type StripeItem,
  type StripePrice,
  type StripeStatus,
  type StripeSubscription,
} from './translate.ts';

/**
 * Billing by Stripe as the environment says, for `leavewell serve --provider @leavewell/providers/stripe`:
 * `STRIPE_SECRET_KEY` and `STRIPE_WEBHOOK_SECRET`, without which nothing starts; `STRIPE_API_HOST`, `STRIPE_API_PORT`
 * and `STRIPE_API_PROTOCOL` (`http` or `https`) to reach something else than Stripe, such as a double.
 */
export default function stripeFromEnvironment(env: NodeJS.ProcessEnv = process.env): BillingProvider {
  const { STRIPE_API_HOST: host, STRIPE_API_PORT: port, STRIPE_API_PROTOCOL: protocol } = env;
  return stripeProvider({
    secretKey: env['STRIPE_SECRET_KEY'] ?? '',
    webhookSecret: env['STRIPE_WEBHOOK_SECRET'] ?? '',
    ...(host ? { host } : {}),
    ...(port ? { port: portOf(port) } : {}),
    ...(protocol ? { protocol: protocolOf(protocol) } : {}),
  });
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new ServiceError('internal', { detail: `STRIPE_API_PORT "${text}" is no port: give a number up to 65535` });
}

function protocolOf(text: string): 'http' | 'https' {
  if (text === 'http' || text === 'https') return text;
  throw new ServiceError('internal', { detail: `STRIPE_API_PROTOCOL "${text}" is unknown: give http or https` });
}
