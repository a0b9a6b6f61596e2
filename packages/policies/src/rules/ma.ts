import type { Rule } from '../rule.ts';

/** Massachusetts: 940 CMR 38. */
export const massachusettsRules: readonly Rule[] = [
  {
    id: 'MA-38-notice',
    requirement:
      'For terms of over a month a notice comes 5 to 30 days before the last day to cancel, with both dates and the ' +
      'amount.',
    article: '940 CMR 38.05',
    status: 'in_force',
    effectiveOn: '2025-09-02',
    confidence: 'B',
    note: 'The days are here; dates and amount are in the mail.',
    bearing: 'data',
  },
  {
    id: 'MA-38-cancel',
    requirement: 'Who joined online can cancel on the same site or in the same app.',
    article: '940 CMR 38',
    status: 'in_force',
    effectiveOn: '2025-09-02',
    confidence: 'B',
    bearing: 'data',
  },
];
