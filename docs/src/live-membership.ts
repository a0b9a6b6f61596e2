import type { PutMembership } from '@leavewell/contract';

/** What the host of the live page sold: a year of Professional, in Shanghai, renewing. */
export const membership: PutMembership = {
  holder: { id: 'li-wen', name: 'Li Wen' },
  account: { id: 'northwind', kind: 'company', name: 'Northwind Trading' },
  plan: {
    id: 'professional',
    name: { en: 'Professional', 'zh-CN': '专业版' },
    benefits: [
      { id: 'reports', name: { en: 'Full company reports', 'zh-CN': '企业工商报告完整版' } },
      { id: 'ownership', name: { en: 'Ownership tracing', 'zh-CN': '股权穿透分析' } },
    ],
  },
  orderNumber: '2026-0117-3391',
  seats: null,
  timeZone: 'Asia/Shanghai',
  provider: 'ledger',
  providerReference: null,
  facts: {
    kind: 'recurring',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    startsAt: '2025-12-31T16:00:00Z',
    periodStartsAt: '2025-12-31T16:00:00Z',
    periodEndsAt: '2026-12-31T16:00:00Z',
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    price: { amount: 129_800, currency: 'CNY', interval: { unit: 'year', count: 1 } },
    paymentMethod: { brand: 'Alipay', last4: '8017' },
  },
};
