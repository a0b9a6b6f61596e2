import type { ReceiptFacts } from '../src/receipts/index.ts';
import { receipt as oldReceipt } from './receipts.ts';

/** The same receipt as a server writes it today: with the parts that earlier versions lacked. */
export const canceled: ReceiptFacts = {
  ...oldReceipt,
  membershipId: 'm_pro',
  requestedAtLocal: '2026-11-22T10:42:00+08:00',
  channel: 'session',
  refund: null,
  resumableUntil: '2026-12-31T16:00:00Z',
  contact: [{ kind: 'email', value: 'help@northwind.example' }],
  place: 'CN',
  declaration: null,
};

/** A renewal turned back on. */
export const resumed: ReceiptFacts = {
  ...canceled,
  id: 'RR-7F3K-29QD',
  command: 'resumeRenewal',
  nextChargeAt: '2026-12-31T16:00:00Z',
  resumableUntil: null,
};

/** A purchase undone on the third day, with its money on the way back. */
export const withdrawn: ReceiptFacts = {
  ...canceled,
  id: 'WR-7F3K-29QD',
  command: 'withdraw',
  accessEndsAt: '2026-11-22T02:42:00Z',
  lastDay: '2026-11-21',
  refund: { amount: 129_800, currency: 'CNY', by: '2026-12-06' },
  resumableUntil: null,
};
