import { createHmac } from 'node:crypto';
import type { BillingProvider, BillingSubject } from '@leavewell/server';
import type { CompanyHarness } from '@leavewell/server/testing';
import { createPaddleDouble, paddleId, type PaddleDouble } from '@leavewell/testing/billing-doubles';
import { paddleProvider } from '../../src/paddle/paddle-provider.ts';
import { aMembershipOf, readMembership } from '../a-membership.ts';

/** A Paddle that listens, a provider that asks it, and what is between them. */
export interface PaddleStage {
  readonly double: PaddleDouble;
  readonly provider: Required<BillingProvider>;
  /** The membership of a subscription, with the facts as they are. */
  readonly subjectOf: (reference: string) => Promise<BillingSubject>;
  readonly close: () => Promise<void>;
}

/** Nothing here is silent; longer than this machine takes at its busiest. */
const TIMEOUT_MS = 20_000;

export async function openPaddle(): Promise<PaddleStage> {
  const double = createPaddleDouble();
  const { url, close } = await double.start();
  const { apiKey, webhookSecret } = double;
  const provider = paddleProvider({ apiKey, webhookSecret, apiUrl: url, timeoutMs: TIMEOUT_MS });
  return { double, provider, close, subjectOf: (reference) => readMembership(provider, reference, double.clock.now()) };
}

/** What the contract suite needs to try the provider. */
export async function openPaddleHarness(): Promise<CompanyHarness> {
  const { double, provider, subjectOf, close } = await openPaddle();
  const begun = { startedAt: '2026-08-31T09:00:00.125Z' };
  return {
    provider,
    close,
    customer: paddleId('ctm', 1),
    now: () => double.clock.now(),
    renewing: async () => subjectOf(double.add(begun)),
    ended: async () => {
      const id = double.add(begun);
      double.change(id, 'end');
      return subjectOf(id);
    },
    missing: () => aMembershipOf(paddleId('sub', 9_999)),
    writesOf: ({ reference }) => double.writes.of(reference ?? ''),
    willCharge: ({ reference }) => {
      const { status, scheduled } = double.find(reference ?? '');
      return status === 'active' && scheduled === null;
    },
    cancelElsewhere: ({ reference }) => double.change(reference ?? '', 'cancel'),
    disputeNewest: ({ reference }) => double.dispute(reference ?? ''),
    loseNext: (what, on) => double.failNext(what === 'request' ? 'reset_before' : 'reset_after', { on }),
    speakNewWords: () => double.failNext('unknown_enum', { on: 'read' }),
    noticeAbout: ({ reference }) => {
      const notice = double.notices().findLast(({ body }) => body.includes(`"${reference}"`));
      if (notice === undefined) throw new Error('the double told nothing');
      return notice;
    },
    // Written from Paddle's description alone, so that neither the double nor the provider is the judge.
    sign: (body, secret, at) => {
      const ts = Math.floor(at.getTime() / 1000);
      const h1 = createHmac('sha256', secret).update(`${ts}:${body}`, 'utf8').digest('hex');
      return new Headers({ 'Paddle-Signature': `ts=${ts};h1=${h1}` });
    },
    noticeSecret: double.webhookSecret,
  };
}
