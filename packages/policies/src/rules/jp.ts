import type { Rule } from '../rule.ts';

/** Japan: the Act on Specified Commercial Transactions, mostly about the order itself. */
export const japaneseRules: readonly Rule[] = [
  {
    id: 'JP-12-6-final',
    requirement: 'The last screen of an order shows amount, price, payment, supply, each charge and how to cancel.',
    article: '特定商取引法 12条の6',
    status: 'in_force',
    effectiveOn: '2022-06-01',
    confidence: 'B',
    note: 'Asks something of the order, not of the way out.',
    bearing: 'untouched',
  },
  {
    id: 'JP-15-4-rescind',
    requirement: 'A contract that was made through a misleading screen can be undone.',
    article: '特定商取引法 15条の4',
    status: 'in_force',
    effectiveOn: '2022-06-01',
    confidence: 'B',
    note: 'Follows from what the order showed, which the host knows.',
    bearing: 'untouched',
  },
  {
    id: 'JP-nocool',
    requirement: 'The law gives no cooling-off for mail order; what the shop promises counts.',
    article: '特定商取引法',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'JP-review',
    requirement: 'Whether leaving has to be as easy as joining is being studied.',
    article: 'panels of the Consumer Affairs Agency',
    status: 'flag',
    effectiveOn: null,
    confidence: 'B',
    note: 'To watch: an interim report was due in summer 2026, content not found. Asks nothing today.',
    bearing: 'untouched',
  },
];
