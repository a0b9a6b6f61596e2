import type { AfterCancelOptions } from '@leavewell/server';

const month = { unit: 'month', count: 1 } as const;

/** One fair offer, made once and after the cancellation took effect: Professional by the month instead of the year. */
export const afterCancel: AfterCancelOptions = {
  offer: ({ plan }) =>
    plan.id === 'professional'
      ? {
          title: { en: 'Professional by the month', 'zh-CN': '专业版按月付' },
          text: {
            en: 'If a year is too long: the same plan, one month at a time, from the day yours ends.',
            'zh-CN': '如果一年太长：同样的套餐，自到期日起按月使用。',
          },
          price: { amount: 12_800, currency: 'CNY', interval: month },
          endsAt: null,
          renews: true,
        }
      : null,
};
