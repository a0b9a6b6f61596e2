import type { BillingSubject } from '@leavewell/server';

type Facts = BillingSubject['facts'];

/** A monthly membership in the host's own books, of the 31st, in UTC. */
export function aSubject(facts: Partial<Facts> = {}, timeZone = 'UTC'): BillingSubject {
  return {
    tenantId: 't1',
    membershipId: 'm1',
    timeZone,
    reference: null,
    facts: {
      kind: 'recurring',
      renewal: 'on',
      renewalOff: null,
      payment: 'ok',
      startsAt: '2026-12-31T00:00:00Z',
      periodStartsAt: '2026-12-31T00:00:00Z',
      periodEndsAt: '2027-01-31T00:00:00Z',
      cancelBy: null,
      graceEndsAt: null,
      endedAt: null,
      resumesAt: null,
      price: { amount: 900, currency: 'EUR', interval: { unit: 'month', count: 1 } },
      paymentMethod: null,
      ...facts,
    },
  };
}
