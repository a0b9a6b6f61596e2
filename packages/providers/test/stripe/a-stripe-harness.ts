import type { BillingProvider, BillingSubject } from '@leavewell/server';
import type { CompanyHarness } from '@leavewell/server/testing';
import { Stripe } from 'stripe';
import {
  createStripeDouble,
  type NewStripeSubscription,
  type StripeDouble,
  type StripeDoubleOptions,
} from '@leavewell/testing/billing-doubles';
import { stripeProvider } from '../../src/stripe/stripe-provider.ts';
import { aMembershipOf, readMembership } from '../a-membership.ts';

/** A Stripe that listens, a provider that asks it, and what is between them. */
export interface StripeStage {
  readonly double: StripeDouble;
  readonly provider: Required<BillingProvider>;
  /** The membership of a subscription, with the facts as they are. */
  readonly subjectOf: (reference: string) => Promise<BillingSubject>;
  readonly close: () => Promise<void>;
}

/** Nothing here is silent; longer than this machine takes at its busiest. */
const TIMEOUT_MS = 20_000;

export async function openStripe(options: StripeDoubleOptions = {}): Promise<StripeStage> {
  const double = createStripeDouble(options);
  const { port, close } = await double.start();
  const { secretKey, webhookSecret } = double;
  const where = { host: '127.0.0.1', port, protocol: 'http', timeoutMs: TIMEOUT_MS } as const;
  const provider = stripeProvider({ secretKey, webhookSecret, ...where });
  return { double, provider, close, subjectOf: (reference) => readMembership(provider, reference, double.clock.now()) };
}

/** What the contract suite needs to try the provider. */
export async function openStripeHarness(
  options: StripeDoubleOptions,
  subscription: NewStripeSubscription,
): Promise<CompanyHarness> {
  const { double, provider, subjectOf: read, close } = await openStripe(options);
  const begun = { startedAt: '2026-08-31T09:00:00Z', ...subscription };
  return {
    provider,
    close,
    customer: 'cus_double1',
    now: () => double.clock.now(),
    renewing: async () => read(double.add(begun)),
    ended: async () => {
      const id = double.add(begun);
      double.change(id, 'end');
      return read(id);
    },
    missing: () => aMembershipOf('sub_of_another_account'),
    writesOf: ({ reference }) => double.writes.of(reference ?? ''),
    willCharge: ({ reference }) => {
      const { cancelAt, cancelAtPeriodEnd, endedAt } = double.find(reference ?? '');
      return cancelAt === null && !cancelAtPeriodEnd && endedAt === null;
    },
    cancelElsewhere: ({ reference }) => double.change(reference ?? '', 'cancel'),
    disputeNewest: ({ reference }) => double.dispute(reference ?? ''),
    loseNext: (what, on) => double.failNext(what === 'request' ? 'reset_before' : 'reset_after', { on }),
    speakNewWords: () => double.failNext('unknown_enum', { on: 'read' }),
    noticeAbout: ({ reference }) => {
      double.change(reference ?? '', 'resume');
      const notice = double.notices().findLast(({ body }) => body.includes(`"${reference}"`));
      if (notice === undefined) throw new Error('the double told nothing');
      return notice;
    },
    // Stripe's own library signs here, so that it is the judge of both sides.
    sign: (payload, secret, at) =>
      new Headers({
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({
          payload,
          secret,
          timestamp: Math.floor(at.getTime() / 1000),
        }),
      }),
    noticeSecret: double.webhookSecret,
  };
}
