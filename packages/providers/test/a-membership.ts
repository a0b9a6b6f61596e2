import type { BillingProvider, BillingSubject } from '@leavewell/server';

/** Nothing is stored yet: facts of another time, until they are read. */
const unread: BillingSubject['facts'] = {
  kind: 'recurring',
  renewal: 'on',
  renewalOff: null,
  payment: 'ok',
  startsAt: '2020-01-01T00:00:00Z',
  periodStartsAt: '2020-01-01T00:00:00Z',
  periodEndsAt: '2020-02-01T00:00:00Z',
  cancelBy: null,
  graceEndsAt: null,
  endedAt: null,
  resumesAt: null,
  price: null,
  paymentMethod: null,
};

/** A membership of a company's subscription that nobody has read yet. */
export function aMembershipOf(reference: string | null): BillingSubject {
  return { tenantId: 't1', membershipId: 'm1', timeZone: 'UTC', reference, facts: unread };
}

/** The same with the facts as they are. */
export async function readMembership(provider: BillingProvider, reference: string, now: Date): Promise<BillingSubject> {
  const subject = aMembershipOf(reference);
  return { ...subject, facts: await provider.read(subject, now) };
}

/** A member's command. */
export function aCommandAt(at: Date, intentId = 'intent-1') {
  return { intentId, by: 'member', at } as const;
}
