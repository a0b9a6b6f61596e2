import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { createStripeDouble } from '@leavewell/testing/billing-doubles';
import stripeFromEnvironment, { stripeProvider, translateSubscription } from '../../src/stripe/stripe.ts';
import { readMembership } from '../a-membership.ts';

const secrets = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' };

const names = (variable: string) => (error: unknown) =>
  error instanceof ServiceError && error.message.includes(variable) && !error.message.includes('sk_test');

describe('no secret, no start (WH1)', () => {
  it('names the variable that is missing, empty or broken over two lines', () => {
    for (const wrong of ['', ' ', 'sk_test_1\n', 'two words']) {
      assert.throws(() => stripeProvider({ ...secrets, secretKey: wrong }), names('STRIPE_SECRET_KEY'));
      assert.throws(() => stripeProvider({ ...secrets, webhookSecret: wrong }), names('STRIPE_WEBHOOK_SECRET'));
    }
    assert.throws(() => stripeFromEnvironment({}), names('STRIPE_SECRET_KEY'));
    assert.throws(() => stripeFromEnvironment({ STRIPE_SECRET_KEY: 'sk_test_1' }), names('STRIPE_WEBHOOK_SECRET'));
  });
});

describe('`leavewell serve --provider @leavewell/providers/stripe`', () => {
  it('finds a provider that asks where the environment says', async () => {
    const double = createStripeDouble();
    const { port, close } = await double.start();
    try {
      const provider = stripeFromEnvironment({
        STRIPE_SECRET_KEY: double.secretKey,
        STRIPE_WEBHOOK_SECRET: double.webhookSecret,
        STRIPE_API_HOST: '127.0.0.1',
        STRIPE_API_PORT: String(port),
        STRIPE_API_PROTOCOL: 'http',
      });
      const id = double.add({ startedAt: '2026-08-31T09:00:00Z' });
      const { facts } = await readMembership(provider, id, double.clock.now());
      assert.deepEqual([provider.name, facts.periodEndsAt], ['stripe', '2026-11-30T09:00:00Z']);
    } finally {
      await close();
    }
  });

  it('does not start at an address that is none, and names the variable', () => {
    const env = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
    for (const port of ['x', '70000', '-1']) {
      assert.throws(() => stripeFromEnvironment({ ...env, STRIPE_API_PORT: port }), names('STRIPE_API_PORT'));
    }
    assert.throws(() => stripeFromEnvironment({ ...env, STRIPE_API_PROTOCOL: 'ftp' }), names('STRIPE_API_PROTOCOL'));
  });

  it('has the translation beside it, for hosts that ask Stripe themselves', () => {
    assert.equal(typeof translateSubscription, 'function');
  });
});

describe('what is shown of the payment', () => {
  it('is the customer’s card where the subscription names none, and the price', async () => {
    const double = createStripeDouble();
    const { port, close } = await double.start();
    try {
      const { secretKey, webhookSecret } = double;
      const provider = stripeProvider({ secretKey, webhookSecret, host: '127.0.0.1', port, protocol: 'http' });
      const { facts } = await readMembership(
        provider,
        double.add({ amount: 1_500, currency: 'jpy' }),
        double.clock.now(),
      );
      assert.deepEqual(facts.paymentMethod, { brand: 'visa', last4: '4242' });
      assert.deepEqual(facts.price, { amount: 1_500, currency: 'JPY', interval: { unit: 'month', count: 1 } });
    } finally {
      await close();
    }
  });
});
