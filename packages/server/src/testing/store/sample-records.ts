import type { BillingFacts, Receipt } from '@leavewell/contract';
import type { FactorRecord, FeedbackRecord } from '../../ports/filed-record.ts';
import type { CodeMessage } from '../../ports/message-sender.ts';
import type {
  CountedUse,
  EventRecord,
  IntentRecord,
  MemberRecord,
  MembershipRecord,
  OutboxRecord,
  ReceiptRecord,
  VerificationRecord,
} from '../../ports/store.ts';

/** Over 10 kB of text that a careless store breaks: four-byte letters, right to left, quotes, line separators. */
export const longText = '续费 «été» \u{1F9E7} مرحبا "\'\\\u2028\n'.repeat(400);

/** A member with every field filled. */
export function aMember(changes: Partial<MemberRecord> = {}): MemberRecord {
  return {
    tenantId: 'tenant-a',
    id: 'member-1',
    name: 'Ida Berg',
    phone: '+8613800002207',
    email: 'ida@example.com',
    language: 'zh-Hans',
    account: { id: 'account-1', kind: 'company', name: 'Berg & Co', administratorName: 'Ada Ek' },
    permissions: ['cancel_own'],
    ...changes,
  };
}

const facts: BillingFacts = {
  kind: 'recurring',
  renewal: 'off',
  renewalOff: { by: 'member', at: '2026-11-02T08:00:00Z' },
  payment: 'ok',
  startsAt: '2025-12-31T16:00:00Z',
  periodStartsAt: '2025-12-31T16:00:00Z',
  periodEndsAt: '2026-12-31T16:00:00Z',
  cancelBy: null,
  graceEndsAt: null,
  endedAt: null,
  resumesAt: null,
  price: { amount: 19_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
  paymentMethod: { brand: 'visa', last4: '4242' },
};

/** A membership of member-1 in account-1, at version 1. */
export function aMembership(changes: Partial<MembershipRecord> = {}): MembershipRecord {
  return {
    tenantId: 'tenant-a',
    id: 'membership-1',
    version: 1,
    receiptId: null,
    pendingCommand: null,
    holder: { id: 'member-1', name: 'Ida Berg' },
    account: { id: 'account-1', kind: 'company', name: 'Berg & Co' },
    plan: {
      id: 'plan-1',
      name: { en: 'Team', 'zh-Hans': '团队版' },
      benefits: [{ id: 'seats', name: 'Five seats' }],
    },
    orderNumber: 'ON-1',
    seats: 5,
    timeZone: 'Asia/Shanghai',
    provider: 'ledger',
    providerReference: null,
    facts,
    ...changes,
  };
}

/** An intent of member-1 on membership-1, not answered yet. */
export function anIntent(changes: Partial<IntentRecord> = {}): IntentRecord {
  return {
    tenantId: 'tenant-a',
    id: 'intent-1',
    memberId: 'member-1',
    idempotencyKey: 'key-1',
    requestHash: 'hash-1',
    proofHash: 'proof-hash',
    membershipId: 'membership-1',
    command: 'cancelRenewal',
    target: 'membership-1 cancelRenewal 2026 1',
    startedAt: '2026-11-02T08:00:00Z',
    leasedUntil: '2026-11-02T08:01:00Z',
    verifiedBy: 'sms_code',
    channel: 'session',
    place: 'CN',
    declaration: null,
    answer: null,
    ...changes,
  };
}

/** An open verification of member-1 for cancelling membership-1. */
export function aVerification(changes: Partial<VerificationRecord> = {}): VerificationRecord {
  return {
    tenantId: 'tenant-a',
    id: 'verification-1',
    memberId: 'member-1',
    membershipId: 'membership-1',
    command: 'cancelRenewal',
    method: 'sms_code',
    shownHash: 'shown-hash',
    secretHash: 'secret-hash',
    codeLength: 6,
    strength: 'usual',
    attemptsLeft: 5,
    createdAt: '2026-11-02T08:00:00Z',
    expiresAt: '2026-11-02T08:05:00Z',
    resendAt: '2026-11-02T08:01:00Z',
    proofHash: null,
    proofExpiresAt: null,
    closedAt: null,
    ...changes,
  };
}

/** A receipt of a cancellation by member-1; the identifier is the receipt's own. */
export function aReceipt(id = 'CR-7F3K-29QD', changes: Partial<Receipt> = {}): ReceiptRecord {
  return {
    tenantId: 'tenant-a',
    memberId: 'member-1',
    accountId: 'account-1',
    receipt: {
      id,
      command: 'cancelRenewal',
      kind: 'recurring',
      membershipId: 'membership-1',
      orderNumber: 'ON-1',
      planName: '团队版',
      accountName: 'Berg & Co',
      requestedBy: 'Ida Berg',
      requestedAt: '2026-11-02T08:00:00Z',
      requestedAtLocal: '2026-11-02T16:00:00+08:00',
      timeZone: 'Asia/Shanghai',
      channel: 'session',
      accessEndsAt: '2026-12-31T16:00:00Z',
      lastDay: '2026-12-31',
      nextChargeAt: null,
      paymentOwed: false,
      price: facts.price,
      refund: null,
      resumableUntil: '2026-12-31T16:00:00Z',
      contact: [{ kind: 'email', value: 'help@example.com' }],
      place: 'CN',
      declaration: null,
      verifiedBy: 'sms_code',
      intentId: 'intent-1',
      providerReference: null,
      ...changes,
    },
  };
}

const message: CodeMessage = {
  id: 'message-1',
  tenantId: 'tenant-a',
  memberId: 'member-1',
  memberName: 'Ida Berg',
  language: 'zh-Hans',
  kind: 'verification_code',
  channel: 'sms',
  to: '+8613800002207',
  code: '012345',
  planName: '团队版',
  command: 'cancelRenewal',
  minutesValid: 5,
};

/** An open outbox row that is due when it was created. */
export function anOutboxRow(changes: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    tenantId: 'tenant-a',
    id: 'outbox-1',
    task: { kind: 'send', message },
    createdAt: '2026-11-02T08:00:00Z',
    dueAt: '2026-11-02T08:00:00Z',
    attempts: 0,
    closedAt: null,
    isParked: false,
    ...changes,
  };
}

/** An event that tells of a cancellation of membership-1. */
export function anEvent(changes: Partial<EventRecord> = {}): EventRecord {
  return {
    tenantId: 'tenant-a',
    id: 'event-1',
    type: 'renewal.canceled',
    occurredAt: '2026-11-02T08:00:00Z',
    data: {
      membershipId: 'membership-1',
      version: 2,
      holderId: 'member-1',
      accountId: 'account-1',
      accessEndsAt: '2026-12-31T16:00:00Z',
      receiptId: 'CR-7F3K-29QD',
    },
    ...changes,
  };
}

/** What somebody said who left; of nobody who is known. */
export function aFeedback(changes: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return {
    tenantId: 'tenant-a',
    id: 'feedback-1',
    memberId: null,
    membershipId: null,
    at: '2026-11-02T00:00:00Z',
    planId: 'plan-1',
    reason: 'budget_cut',
    comment: longText,
    ...changes,
  };
}

/** A passkey of member-1, set up. */
export function aFactor(changes: Partial<FactorRecord> = {}): FactorRecord {
  return {
    tenantId: 'tenant-a',
    id: 'factor-1',
    memberId: 'member-1',
    membershipId: null,
    at: '2026-11-02T08:00:00Z',
    method: 'passkey',
    label: 'Phone',
    secret: '{"counter":0}',
    usableSince: '2026-11-02T08:01:00Z',
    setupExpiresAt: '2026-11-02T08:10:00Z',
    lastUsedAt: null,
    removedAt: null,
    ...changes,
  };
}

/** One use of what may be used a few times in ten minutes. */
export function aUse(changes: Partial<CountedUse> = {}): CountedUse {
  return { tenantId: 'tenant-a', key: 'codes hash-1', now: '2026-11-02T08:00:00Z', windowSeconds: 600, ...changes };
}
