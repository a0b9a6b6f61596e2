/// <reference types="node" />
import type { BillingProvider } from '@leavewell/server';
import { paddleProvider } from './paddle-provider.ts';

export { paddleApiVersion, type PaddleClientOptions } from './paddle-client.ts';
export { paddleProvider, type PaddleProviderOptions } from './paddle-provider.ts';
export { translatePaddleSubscription, type PaddleBillingFacts } from './translate.ts';

/**
 * Billing by Paddle as the environment says, for `leavewell serve --provider @leavewell/providers/paddle`:
 * `PADDLE_API_KEY` and `PADDLE_WEBHOOK_SECRET`, without which nothing starts; `PADDLE_API_URL` to reach the sandbox, or
 * a double.
 */
export default function paddleFromEnvironment(env: NodeJS.ProcessEnv = process.env): BillingProvider {
  const apiUrl = env['PADDLE_API_URL'];
  return paddleProvider({
    apiKey: env['PADDLE_API_KEY'] ?? '',
    webhookSecret: env['PADDLE_WEBHOOK_SECRET'] ?? '',
    ...(apiUrl ? { apiUrl: apiUrl.replace(/\/$/, '') } : {}),
  });
}
