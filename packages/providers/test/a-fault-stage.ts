import type { BillingProvider } from '@leavewell/server';
import {
  createPaddleDouble,
  createStripeDouble,
  type DoubleFault,
  type FaultAim,
} from '@leavewell/testing/billing-doubles';
import { paddleProvider } from '../src/paddle/paddle-provider.ts';
import { stripeProvider } from '../src/stripe/stripe-provider.ts';

/** A company that can fail, and two who ask it: one in a hurry and one with time. */
export interface FaultStage {
  readonly hurried: BillingProvider;
  readonly patient: BillingProvider;
  readonly reference: string;
  readonly now: () => Date;
  readonly failNext: (fault: DoubleFault, aim: FaultAim) => void;
  readonly clear: () => void;
  /** What the company itself will do. */
  readonly willCharge: () => boolean;
  /** Switches renewal off without us. */
  readonly cancelElsewhere: () => void;
  /** Changes that were carried out. */
  readonly writes: () => number;
  /** Requests to change something that arrived and were answered. */
  readonly tellings: () => number;
  readonly close: () => Promise<void>;
}

const [HURRIED_MS, PATIENT_MS] = [800, 20_000];
const begun = { startedAt: '2026-08-31T09:00:00Z' };

async function openPaddle(): Promise<FaultStage> {
  const double = createPaddleDouble();
  const { url, close } = await double.start();
  const { apiKey, webhookSecret } = double;
  const options = { apiKey, webhookSecret, apiUrl: url };
  const reference = double.add(begun);
  return {
    hurried: paddleProvider({ ...options, timeoutMs: HURRIED_MS }),
    patient: paddleProvider({ ...options, timeoutMs: PATIENT_MS }),
    now: () => double.clock.now(),
    willCharge: () => double.find(reference).scheduled === null,
    cancelElsewhere: () => double.change(reference, 'cancel'),
    writes: () => double.writes.total,
    tellings: () => double.exchanges.filter(({ method }) => method !== 'GET').length,
    ...{ reference, failNext: double.failNext, clear: double.clear, close },
  };
}

function stripeOpener(shape: 'subscription' | 'items', billingMode: 'classic' | 'flexible') {
  return async (): Promise<FaultStage> => {
    const double = createStripeDouble({ shape });
    const { port, close } = await double.start();
    const { secretKey, webhookSecret } = double;
    const options = { secretKey, webhookSecret, host: '127.0.0.1', port, protocol: 'http' } as const;
    const reference = double.add({ ...begun, billingMode });
    return {
      hurried: stripeProvider({ ...options, timeoutMs: HURRIED_MS }),
      patient: stripeProvider({ ...options, timeoutMs: PATIENT_MS }),
      now: () => double.clock.now(),
      willCharge: () => double.find(reference).cancelAt === null,
      cancelElsewhere: () => double.change(reference, 'cancel'),
      writes: () => double.writes.total,
      tellings: () => double.exchanges.filter(({ method }) => method !== 'GET').length,
      ...{ reference, failNext: double.failNext, clear: double.clear, close },
    };
  };
}

/** Every company, in every way it says things. */
export const faultStages: Readonly<Record<string, () => Promise<FaultStage>>> = {
  'Stripe, period on the subscription, classic': stripeOpener('subscription', 'classic'),
  'Stripe, period on the subscription, flexible': stripeOpener('subscription', 'flexible'),
  'Stripe, period on the items, classic': stripeOpener('items', 'classic'),
  'Stripe, period on the items, flexible': stripeOpener('items', 'flexible'),
  Paddle: openPaddle,
};
