import { paddleProvider } from '@leavewell/providers/paddle';
import { stripeProvider } from '@leavewell/providers/stripe';
import type { BillingProvider } from '@leavewell/server';
import type { FaultQueue } from '../../src/billing-doubles/double-faults.ts';
import type { DoubleNotice } from '../../src/billing-doubles/double-log.ts';
import { createPaddleDouble } from '../../src/billing-doubles/paddle-double.ts';
import { createStripeDouble } from '../../src/billing-doubles/stripe-double.ts';
import type { FixtureClock } from '../../src/fixture-clock.ts';

/** A billing company that listens, and the provider that speaks to it. */
export interface DoubledCompany extends FaultQueueUse {
  readonly name: string;
  readonly clock: FixtureClock;
  readonly provider: BillingProvider;
  /** Adds a subscription that renews; answers its identifier. */
  add(): string;
  /** Whether it ends with the period that is paid for. */
  isOff(id: string): boolean;
  /** What somebody does in the company's own pages, of which a notice is sent. */
  change(id: string, change: 'cancel' | 'resume' | 'end' | 'pause'): void;
  notices(): DoubleNotice[];
  /** Signs any body as the company does. */
  sign(body: string): Headers;
  /** How many writes it carried out. */
  writes(): number;
  close(): Promise<void>;
}

type FaultQueueUse = Pick<FaultQueue, 'failNext' | 'clear'>;

/** An answer that does not come is waited for so long. */
const TIMEOUT_MS = 300;

async function doubledStripe(shape: 'items' | 'subscription'): Promise<DoubledCompany> {
  const double = createStripeDouble({ shape });
  const running = await double.start();
  const { secretKey, webhookSecret, clock } = double;
  const where = { host: '127.0.0.1', port: running.port, protocol: 'http', timeoutMs: TIMEOUT_MS } as const;
  return {
    name: `stripe (${shape})`,
    ...{ clock, failNext: double.failNext, clear: double.clear, change: double.change, notices: double.notices },
    provider: stripeProvider({ secretKey, webhookSecret, ...where }),
    add: () => double.add(),
    isOff: (id) => double.find(id).cancelAt !== null || double.find(id).cancelAtPeriodEnd,
    sign: (body) => double.sign(body),
    writes: () => double.writes.total,
    close: running.close,
  };
}

async function doubledPaddle(): Promise<DoubledCompany> {
  const double = createPaddleDouble();
  const running = await double.start();
  const { apiKey, webhookSecret, clock } = double;
  return {
    name: 'paddle',
    ...{ clock, failNext: double.failNext, clear: double.clear, change: double.change, notices: double.notices },
    provider: paddleProvider({ apiKey, webhookSecret, apiUrl: running.url, timeoutMs: TIMEOUT_MS }),
    add: () => double.add(),
    isOff: (id) => double.find(id).scheduled?.action === 'cancel',
    sign: (body) => double.sign(body),
    writes: () => double.writes.total,
    close: running.close,
  };
}

/** Every company we have a provider for, in every form of its words. */
export const doubledCompanies: readonly (() => Promise<DoubledCompany>)[] = [
  () => doubledStripe('items'),
  () => doubledStripe('subscription'),
  doubledPaddle,
];
