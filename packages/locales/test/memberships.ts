import type { ExpiryFacts, MembershipState } from '../src/index.ts';

/** A yearly membership in Shanghai, renewing at the end of 2026, read on 22 November at 10:42 there. */
const renewing: ExpiryFacts = {
  state: 'renewing',
  kind: 'recurring',
  access: 'granted',
  renewal: 'on',
  renewalOff: null,
  payment: 'ok',
  asOf: '2026-11-22T02:42:00Z',
  timeZone: 'Asia/Shanghai',
  startsAt: '2025-12-31T16:00:00Z',
  periodStartsAt: '2025-12-31T16:00:00Z',
  accessEndsAt: '2026-12-31T16:00:00Z',
  lastDay: '2026-12-31',
  nextChargeAt: '2026-12-31T16:00:00Z',
  cancelBy: '2026-12-31T16:00:00Z',
  nextLastDay: '2027-12-31',
  endedAt: null,
  resumesAt: null,
  price: { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
  paymentMethod: { brand: 'Alipay', last4: '8017' },
};

const noCharge = { nextChargeAt: null, cancelBy: null, nextLastDay: null } as const;

const differences: Readonly<Record<MembershipState, Partial<ExpiryFacts>>> = {
  renewing: {},
  trialing: {
    payment: 'trial',
    startsAt: '2026-11-15T16:00:00Z',
    periodStartsAt: '2026-11-15T16:00:00Z',
    accessEndsAt: '2026-11-29T16:00:00Z',
    lastDay: '2026-11-29',
    nextChargeAt: '2026-11-29T16:00:00Z',
    cancelBy: '2026-11-29T16:00:00Z',
    nextLastDay: '2027-11-29',
  },
  upcoming: {
    access: 'pending',
    startsAt: '2026-12-31T16:00:00Z',
    periodStartsAt: '2026-12-31T16:00:00Z',
    accessEndsAt: '2027-12-31T16:00:00Z',
    lastDay: '2027-12-31',
    nextChargeAt: '2027-12-31T16:00:00Z',
    cancelBy: '2027-12-31T16:00:00Z',
    nextLastDay: '2028-12-31',
  },
  ending: {
    ...noCharge,
    renewal: 'off',
    renewalOff: { by: 'member', at: '2026-11-20T03:15:00Z' },
    periodStartsAt: '2026-03-14T16:00:00Z',
    accessEndsAt: '2027-03-14T16:00:00Z',
    lastDay: '2027-03-14',
  },
  fixed_term: {
    ...noCharge,
    kind: 'fixed_term',
    renewal: 'not_applicable',
    startsAt: '2026-11-09T06:30:00Z',
    periodStartsAt: '2026-11-09T06:30:00Z',
    accessEndsAt: '2026-12-09T16:00:00Z',
    lastDay: '2026-12-09',
    price: { amount: 9_800, currency: 'CNY', interval: { unit: 'month', count: 1 } },
  },
  lifetime: {
    ...noCharge,
    kind: 'lifetime',
    renewal: 'not_applicable',
    accessEndsAt: null,
    lastDay: null,
    price: { amount: 980_000, currency: 'CNY', interval: null },
  },
  payment_problem: {
    ...noCharge,
    access: 'grace',
    payment: 'past_due',
    accessEndsAt: '2026-11-29T16:00:00Z',
    lastDay: '2026-11-29',
  },
  on_hold: {
    ...noCharge,
    access: 'suspended',
    payment: 'past_due',
    accessEndsAt: '2026-11-14T16:00:00Z',
    lastDay: '2026-11-14',
  },
  paused: {
    ...noCharge,
    access: 'suspended',
    renewal: 'paused',
    resumesAt: '2027-01-14T16:00:00Z',
    accessEndsAt: '2026-11-14T16:00:00Z',
    lastDay: '2026-11-14',
  },
  expired: {
    ...noCharge,
    access: 'ended',
    renewal: 'off',
    renewalOff: { by: 'member', at: '2026-09-02T08:20:00Z' },
    periodStartsAt: '2025-10-31T16:00:00Z',
    accessEndsAt: '2026-10-31T16:00:00Z',
    lastDay: '2026-10-31',
  },
  revoked: {
    ...noCharge,
    access: 'ended',
    renewal: 'off',
    renewalOff: { by: 'host', at: '2026-11-10T08:00:00Z' },
    payment: 'refunded',
    endedAt: '2026-11-10T08:00:00Z',
    accessEndsAt: '2026-11-10T08:00:00Z',
    lastDay: '2026-11-09',
  },
};

/** Every state there is. */
export const states = Object.keys(differences) as readonly MembershipState[];

/** A membership in `state`, with some of it changed. */
export function membership(state: MembershipState, changes: Partial<ExpiryFacts> = {}): ExpiryFacts {
  return { ...renewing, ...differences[state], state, ...changes };
}

/** What a membership in Berlin that is charged at 02:13 on 9 December 2026 has in common: no day ends with it. */
export const berlin: Partial<ExpiryFacts> = {
  timeZone: 'Europe/Berlin',
  accessEndsAt: '2026-12-09T01:13:00Z',
  lastDay: '2026-12-08',
  price: { amount: 4_900, currency: 'EUR', interval: { unit: 'month', count: 3 } },
  paymentMethod: { brand: 'Visa', last4: '4242' },
};

/** The same while it renews. */
export const berlinRenewing: Partial<ExpiryFacts> = {
  ...berlin,
  nextChargeAt: '2026-12-09T01:13:00Z',
  cancelBy: '2026-12-09T01:13:00Z',
  nextLastDay: '2027-03-08',
};
