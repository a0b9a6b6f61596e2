import type { Rule } from '../rule.ts';

/** India: e-mandates (duties of the issuer) and the guidelines on dark patterns. */
export const indianRules: readonly Rule[] = [
  {
    id: 'IN-RBI-pre24',
    requirement: 'At least 24 hours before each debit the payer learns who debits, how much and when, and can opt out.',
    article: 'RBI E-mandate Framework',
    status: 'in_force',
    effectiveOn: '2026-04-21',
    confidence: 'B',
    note: 'A duty of the issuer; our notice two days ahead repeats it.',
    bearing: 'data',
  },
  {
    id: 'IN-RBI-AFA',
    requirement: 'Registering, changing or ending an e-mandate takes one more factor, at the issuer.',
    article: 'RBI E-mandate Framework',
    status: 'in_force',
    effectiveOn: '2026-04-21',
    confidence: 'B',
    note:
      'A duty of the issuer, at the issuer: the merchant asks for none, and shows the service and the mandate apart.',
    bearing: 'elsewhere',
  },
  {
    id: 'IN-RBI-post',
    requirement: 'After each debit a notice names where to complain; the mandate costs nothing.',
    article: 'RBI E-mandate Framework',
    status: 'in_force',
    effectiveOn: '2026-04-21',
    confidence: 'B',
    note: 'A duty of the issuer, after a debit.',
    bearing: 'untouched',
  },
  {
    id: 'IN-DP-trap',
    requirement: 'Cancelling is neither long nor hidden, and nobody is shamed or nagged into keeping a subscription.',
    article: 'CCPA Dark Patterns Guidelines 2023, annexure 1',
    status: 'in_force',
    effectiveOn: '2023-11-30',
    confidence: 'B',
    bearing: 'data',
  },
];
