import type { ReceiptFacts } from '../src/messages.ts';

/** The receipt of a renewal that was canceled on 22 November 2026 at 10:42 in Shanghai. */
export const receipt: ReceiptFacts = {
  id: 'CR-7F3K-29QD',
  command: 'cancelRenewal',
  orderNumber: '2026-0117-3391',
  planName: 'Professional',
  accountName: 'Northwind Trading',
  requestedBy: 'Li Wen',
  requestedAt: '2026-11-22T02:42:00Z',
  timeZone: 'Asia/Shanghai',
  accessEndsAt: '2026-12-31T16:00:00Z',
  lastDay: '2026-12-31',
  nextChargeAt: null,
  paymentOwed: false,
  price: { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
  verifiedBy: 'sms_code',
  providerReference: 'sub_1Qx',
};
