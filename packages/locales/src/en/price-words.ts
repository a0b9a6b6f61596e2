import type { ExpiryFacts, IntervalFacts } from '../membership-facts.ts';
import type { PriceWords } from '../words.ts';

/** `one month`, `3 months` */
export function term({ unit, count }: IntervalFacts): string {
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}

/** ` to Alipay •• 8017`; nothing when it is not known. */
export function to(method: ExpiryFacts['paymentMethod']): string {
  return method ? ` to ${[method.brand, method.last4].filter(Boolean).join(' •• ')}` : '';
}

/** `¥1,298.00 a year`, `¥98.00, one month` */
export const priceWords: PriceWords = {
  recurring: (amount, { unit, count }) => `${amount} ${count === 1 ? `a ${unit}` : `every ${count} ${unit}s`}`,
  fixed_term: (amount, interval) => `${amount}, ${term(interval)}`,
  lifetime: (amount) => amount,
};
