import type { BillingFacts, Membership } from '@leavewell/contract';
import type { MemberRecord, MembershipRecord } from '../../src/ports/store.ts';
import { describeMembership } from '../../src/rules/describe-membership.ts';
import type { MembershipLaw } from '../../src/rules/membership-law.ts';

/** A yearly membership of a person in Shanghai, paid until the end of 2026 there. */
export function someFacts(changes: Partial<BillingFacts> = {}): BillingFacts {
  return {
    kind: 'recurring',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    startsAt: '2024-12-31T16:00:00Z',
    periodStartsAt: '2025-12-31T16:00:00Z',
    periodEndsAt: '2026-12-31T16:00:00Z',
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    price: { amount: 36_500, currency: 'CNY', interval: { unit: 'year', count: 1 } },
    paymentMethod: { brand: 'visa', last4: '4242' },
    ...changes,
  };
}

/** Who holds `aRecord()`, with the right to cancel. */
export function aMember(changes: Partial<MemberRecord> = {}): MemberRecord {
  return {
    tenantId: 't1',
    id: 'lin',
    name: 'Lin Yue',
    phone: '+8613800138000',
    email: null,
    language: 'zh-CN',
    account: { id: 'a1', kind: 'person', name: 'Lin Yue', administratorName: null },
    permissions: ['cancel_own'],
    ...changes,
  };
}

/** The account of a company, as its members carry it. */
export const company: MemberRecord['account'] = {
  id: 'a1',
  kind: 'company',
  name: 'Yun Trading',
  administratorName: 'Chen Wei',
};

export function aRecord(changes: Partial<MembershipRecord> = {}): MembershipRecord {
  return {
    tenantId: 't1',
    id: 'm1',
    version: 3,
    receiptId: null,
    pendingCommand: null,
    holder: { id: 'lin', name: 'Lin Yue' },
    account: { id: 'a1', kind: 'person', name: 'Lin Yue' },
    plan: {
      id: 'p1',
      name: { en: 'Business', 'zh-CN': '企业版' },
      benefits: [{ id: 'b1', name: { en: 'Reports' } }],
    },
    orderNumber: 'A-1001',
    seats: null,
    timeZone: 'Asia/Shanghai',
    provider: 'ledger',
    providerReference: null,
    facts: someFacts(),
    ...changes,
  };
}

/** A place that asks for nothing and gives nothing. */
export const noLaw: MembershipLaw = {
  labels: { cancelRenewal: null, withdraw: null },
  offersFixedTermEntry: false,
  right: null,
};

/** What the member sees of a membership with these facts. */
export function seen(
  changes: Partial<BillingFacts>,
  now = '2026-06-15T00:00:00Z',
  more: { record?: Partial<MembershipRecord>; viewer?: Partial<MemberRecord>; languages?: string[]; law?: Partial<MembershipLaw> } = {},
): Membership {
  return describeMembership({
    record: aRecord(more.record),
    facts: someFacts(changes),
    viewer: aMember(more.viewer),
    now: new Date(now),
    languages: more.languages ?? ['en'],
    law: { ...noLaw, ...more.law },
  });
}
