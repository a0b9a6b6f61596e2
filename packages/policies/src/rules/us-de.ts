import type { Rule } from '../rule.ts';

/** Delaware, the state of the US: SB 93. */
export const delawareanRules: readonly Rule[] = [
  {
    id: 'DEL-remind',
    requirement: 'A reminder comes 30 to 60 days before the last day to cancel where the renewal passes twelve months.',
    article: 'SB 93',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'C',
    note: 'One secondary source was read. Since 2022.',
    bearing: 'data',
  },
];
