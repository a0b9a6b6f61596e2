import { ledgerProvider } from '@leavewell/providers/ledger';
import { paddleProvider } from '@leavewell/providers/paddle';
import { createFixtureClock, fixtureNow, membershipFixture, type FixtureClock } from '@leavewell/testing';
import { createPaddleDouble, type PaddleDouble } from '@leavewell/testing/billing-doubles';
import assert from 'node:assert/strict';
import { startServer, type Caller, type TestServer } from '../handler/start-server.ts';

/** A server in the Union whose membership `m_sub` is billed by Paddle, bought on 20 November 2026. */
export interface PaddleServer extends TestServer {
  readonly clock: FixtureClock;
  readonly double: PaddleDouble;
  /** Paddle's identifier of the subscription. */
  readonly reference: string;
  readonly liWen: Caller;
  /** What went back of the newest charge, one by one. */
  refunds(): Promise<readonly number[]>;
  /** Moves the clock on and does what is due. */
  later(seconds: number): Promise<void>;
}

/** @param startedAt - when it was bought, for a month that renews */
export async function startWithPaddle(startedAt = '2026-11-20T08:00:00Z'): Promise<PaddleServer> {
  const clock = createFixtureClock(fixtureNow);
  const double = createPaddleDouble({ clock });
  const { apiKey, webhookSecret, handle } = double;
  const provider = paddleProvider({
    apiKey,
    webhookSecret,
    // In this process: what is never answered is given up soon.
    timeoutMs: 300,
    fetch: async (url, init) => handle(new Request(url instanceof URL ? url.href : url, init)),
  });
  // Long enough to withdraw from what was renewed.
  const policy = { place: 'EU', wishes: { EU: { withdrawalDays: 40 } } } as const;
  const server = await startServer({ clock, policy, providers: [ledgerProvider(), provider] });
  const reference = double.add({ startedAt, amount: '2900' });
  const { facts: _, ...body } = membershipFixture('m_pro', { provider: 'paddle', providerReference: reference });
  await server.host.ok('putMembership', { id: 'm_sub', body: { ...body, timeZone: 'Europe/Berlin' } });
  return {
    ...server,
    clock,
    double,
    reference,
    liWen: await server.member(),
    refunds: async () => {
      const subject = await server.store.read((rows) => rows.getMembership('acme', 'm_sub'));
      assert.ok(subject);
      const orders = await provider.orders({ ...subject, membershipId: 'm_sub', reference });
      return orders[0]?.refunds.filter(({ status }) => status !== 'failed').map((refund) => refund.amount) ?? [];
    },
    later: async (seconds) => {
      clock.advance(seconds * 1000);
      while ((await server.outbox.runOnce()) > 0);
    },
  };
}
