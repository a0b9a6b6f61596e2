import type { ExpiryFacts, IntervalFacts } from '../membership-facts.ts';
import type { PriceWords } from '../words.ts';

const units: Readonly<Record<IntervalFacts['unit'], readonly [one: string, counted: string, rate: string]>> = {
  day: ['一天', '天', '日'],
  week: ['一周', '周', '周'],
  month: ['一个月', '个月', '月'],
  year: ['一年', '年', '年'],
};

/** `一个月`, ` 3 个月` with the space that stands before digits */
export function term({ unit, count }: IntervalFacts): string {
  return count === 1 ? units[unit][0] : ` ${count} ${units[unit][1]}`;
}

/** `从 Alipay（尾号 8017）`; nothing when it is not known. */
export function from(method: ExpiryFacts['paymentMethod']): string {
  return method ? `从 ${method.brand}${method.last4 ? `（尾号 ${method.last4}）` : ' '}` : '';
}

/** `¥1,298.00/年`, `¥98.00，一个月` */
export const priceWords: PriceWords = {
  recurring: (amount, interval) =>
    interval.count === 1 ? `${amount}/${units[interval.unit][2]}` : `${amount}，每${term(interval)}`,
  fixed_term: (amount, interval) => `${amount}，${term(interval).trim()}`,
  lifetime: (amount) => amount,
};
