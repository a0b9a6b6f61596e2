import type { Rule } from '../rule.ts';

/** Minnesota: Statutes 325G.56 to 325G.62. */
export const minnesotanRules: readonly Rule[] = [
  {
    id: 'MN-325G-nosave',
    requirement: 'While somebody cancels no gift, discount or other incentive is shown; afterwards one may ask.',
    article: 'Minn. Stat. 325G.56-62',
    status: 'in_force',
    effectiveOn: '2025-01-01',
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'MN-325G-yearly',
    requirement: 'Once in each calendar year a written notice tells the terms and how to end.',
    article: 'Minn. Stat. 325G.56-62',
    status: 'in_force',
    effectiveOn: '2025-01-01',
    confidence: 'B',
    bearing: 'data',
  },
];
