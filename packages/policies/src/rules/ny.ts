import type { Rule } from '../rule.ts';

/** New York: General Business Law 527-a. */
export const newYorkRules: readonly Rule[] = [
  {
    id: 'NY-527a-terms',
    requirement: 'Price, frequency, the last day to act and the way to cancel are shown before consent.',
    article: 'General Business Law 527-a(1)(a)',
    status: 'in_force',
    effectiveOn: '2025-11-05',
    confidence: 'A',
    note: 'Asks something of sign-up, not of the way out.',
    bearing: 'untouched',
  },
  {
    id: 'NY-527a-price',
    requirement: 'A higher price needs new consent or a way out, and notice 5 to 30 days before.',
    article: 'General Business Law 527-a(1)(b-1)',
    status: 'in_force',
    effectiveOn: '2025-11-05',
    confidence: 'B',
    note:
      'A and B in the sources, so the weaker stands. Asks something of a change of price, which the host announces.',
    bearing: 'untouched',
  },
  {
    id: 'NY-527a-online',
    requirement: 'Who joined online can cancel online, the way that was told up front.',
    article: 'General Business Law 527-a',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'NY-527a-remind',
    requirement: 'Where the first term is a year or more, a reminder comes 15 to 45 days before the deadline.',
    article: 'General Business Law 527-a(3)',
    status: 'in_force',
    effectiveOn: '2023-12-13',
    confidence: 'U',
    note: 'Unverified: the days. Drives nothing; our own notice 30 days ahead would lie within them.',
    bearing: 'elsewhere',
  },
];
