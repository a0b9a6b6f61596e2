import type { BillingFacts, Price } from '@leavewell/contract';

const monthsIn: Record<NonNullable<Price['interval']>['unit'], number> = {
  day: 12 / 365.2425,
  week: (12 * 7) / 365.2425,
  month: 1,
  year: 12,
};

/** How long one paid term is, in months; null when nothing says it. */
export function termMonths({ price }: Pick<BillingFacts, 'price'>): number | null {
  const interval = price?.interval ?? null;
  return interval === null ? null : monthsIn[interval.unit] * interval.count;
}
