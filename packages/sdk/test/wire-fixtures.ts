import type { CancelPreview, Membership, Receipt, RenewalOutcome, Session, Verification } from '@leavewell/contract';

const asOf = '2026-11-22T02:42:00Z';

/** A monthly membership in Shanghai that renews on 1 January, as the server answers it. */
export function membership(changes: Partial<Membership> = {}): Membership {
  return {
    id: 'm_pro',
    version: 3,
    asOf,
    plan: { id: 'pro', name: 'Pro', benefits: [{ id: 'export', name: 'Batch export' }] },
    account: { kind: 'company', name: 'Northwind' },
    holder: { id: 'li-wen', name: 'Li Wen' },
    orderNumber: 'NW-1',
    seats: 5,
    kind: 'recurring',
    access: 'granted',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    scheduledChange: { action: 'renew', at: '2026-12-31T16:00:00Z' },
    state: 'renewing',
    timeZone: 'Asia/Shanghai',
    startsAt: '2026-01-31T16:00:00Z',
    periodStartsAt: '2026-11-30T16:00:00Z',
    accessEndsAt: '2026-12-31T16:00:00Z',
    lastDay: '2026-12-31',
    nextChargeAt: '2026-12-31T16:00:00Z',
    cancelBy: '2026-12-31T16:00:00Z',
    nextLastDay: '2027-01-31',
    endedAt: null,
    resumesAt: null,
    price: { amount: 4900, currency: 'CNY', interval: { unit: 'month', count: 1 } },
    paymentMethod: { brand: 'Visa', last4: '4242' },
    actions: {
      cancelRenewal: { allowed: true, refusal: null },
      resumeRenewal: { allowed: false, refusal: { code: 'renewal_already_on', remedy: 'none', contact: null } },
    },
    pendingCommand: null,
    receiptId: null,
    ...changes,
  };
}

/** The same membership after renewal was switched off by the member. */
export function membershipEnding(changes: Partial<Membership> = {}): Membership {
  return membership({
    version: 4,
    renewal: 'off',
    renewalOff: { by: 'member', at: asOf },
    scheduledChange: { action: 'end', at: '2026-12-31T16:00:00Z' },
    state: 'ending',
    nextChargeAt: null,
    nextLastDay: null,
    actions: {
      cancelRenewal: { allowed: false, refusal: { code: 'renewal_already_off', remedy: 'none', contact: null } },
      resumeRenewal: { allowed: true, refusal: null },
    },
    receiptId: 'CR-7F3K-29QD',
    ...changes,
  });
}

/** What cancelling would do; no proof is asked for unless a test says so. */
export function preview(changes: Partial<CancelPreview> = {}): CancelPreview {
  const firstDayWithout = '2027-01-01';
  return { membership: membership(), firstDayWithout, chargeStopped: membership().price, verification: [], ...changes };
}

export const receipt: Receipt = {
  id: 'CR-7F3K-29QD',
  command: 'cancelRenewal',
  membershipId: 'm_pro',
  orderNumber: 'NW-1',
  planName: 'Pro',
  accountName: 'Northwind',
  requestedBy: 'Li Wen',
  requestedAt: asOf,
  timeZone: 'Asia/Shanghai',
  accessEndsAt: '2026-12-31T16:00:00Z',
  lastDay: '2026-12-31',
  nextChargeAt: null,
  paymentOwed: false,
  price: { amount: 4900, currency: 'CNY', interval: { unit: 'month', count: 1 } },
  verifiedBy: null,
  intentId: 'intent-1',
  providerReference: null,
};

export const canceled: RenewalOutcome & { receipt: Receipt } = { membership: membershipEnding(), receipt };

/** The same membership while the billing company has not confirmed that renewal is off. */
export function membershipPending(changes: Partial<Membership> = {}): Membership {
  return membership({ version: 4, pendingCommand: { command: 'cancelRenewal', since: asOf }, ...changes });
}

export const unconfirmed: RenewalOutcome = { membership: membershipPending(), receipt: null };

export const resumed: RenewalOutcome & { receipt: Receipt } = {
  membership: membership({ version: 5 }),
  receipt: { ...receipt, id: 'RR-5C2M-84TX', command: 'resumeRenewal', nextChargeAt: '2026-12-31T16:00:00Z' },
};

export function verification(changes: Partial<Verification> = {}): Verification {
  return {
    id: 'v_1',
    method: 'sms_code',
    destination: '+86 138 •••• 2207',
    codeLength: 6,
    attemptsLeft: 5,
    expiresAt: '2026-11-22T02:52:00Z',
    resendAt: '2026-11-22T02:43:00Z',
    asOf,
    ...changes,
  };
}

export const proof = { proof: 'proof-1', expiresAt: '2026-11-22T02:47:00Z' };

export const session: Session = {
  asOf,
  member: { id: 'li-wen', name: 'Li Wen' },
  account: { id: 'northwind', kind: 'company', name: 'Northwind' },
  permissions: ['cancel_own'],
  policy: { verification: { cancelRenewal: ['sms_code'] } },
  verificationMethods: [{ method: 'sms_code', destination: '+86 138 •••• 2207' }],
  supportChannels: [{ kind: 'email', value: 'help@northwind.example' }],
};
