import { describe, it } from 'node:test';
import { providerContractSuite } from '@leavewell/server/testing';
import { openStripeHarness } from './a-stripe-harness.ts';

describe('Stripe keeps to what every provider promises', () => {
  for (const shape of ['subscription', 'items'] as const) {
    for (const billingMode of ['classic', 'flexible'] as const) {
      providerContractSuite({
        name: `period on the ${shape}, ${billingMode} billing`,
        test: it,
        asks: 'company',
        open: () => openStripeHarness({ shape }, { billingMode }),
      });
    }
  }
});
