import type { Rule } from '../rule.ts';

/** Colorado: HB 21-1239. */
export const coloradanRules: readonly Rule[] = [
  {
    id: 'CO-remind',
    requirement: 'A reminder comes 25 to 40 days before a renewal by the year, and before each further twelve months.',
    article: 'HB 21-1239',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'C',
    note: 'One secondary source was read. Since 2022.',
    bearing: 'data',
  },
];
