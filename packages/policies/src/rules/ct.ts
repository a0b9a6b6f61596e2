import type { Rule } from '../rule.ts';

/** Connecticut: General Statutes 42-158ff. */
export const connecticutRules: readonly Rule[] = [
  {
    id: 'CT-42-yearly',
    requirement: 'Once a year a reminder lists what is supplied, the charges, how often, and how to stop.',
    article: 'Conn. Gen. Stat. 42-158ff, Public Act 25-44 s. 7',
    status: 'in_force',
    effectiveOn: '2026-07-01',
    confidence: 'B',
    bearing: 'data',
  },
];
