import type { HandlerOptions } from '@leavewell/server';
import type { MembershipOverrides } from '@leavewell/testing';
import { startServer, type TestServer } from '../handler/start-server.ts';

/** Bought on 16 November 2026 in Shanghai, for a year. */
export const boughtLately: MembershipOverrides = {
  facts: {
    startsAt: '2026-11-15T16:00:00Z',
    periodStartsAt: '2026-11-15T16:00:00Z',
    periodEndsAt: '2027-11-15T16:00:00Z',
  },
};

/** Bought once on the same day, for a month. */
export const boughtOnce: MembershipOverrides = {
  facts: {
    ...boughtLately.facts,
    kind: 'fixed_term',
    renewal: 'not_applicable',
    periodEndsAt: '2026-12-15T16:00:00Z',
    price: { amount: 9_800, currency: 'CNY', interval: null },
  },
};

/** The ledger, where the law of the Union is followed, with `m_new` of Li Wen that was bought lately. */
export async function startInTheUnion(options: Partial<HandlerOptions> = {}): Promise<TestServer> {
  const server = await startServer({ policy: { place: 'EU' }, ...options });
  await server.declare('m_new', boughtLately);
  return server;
}
