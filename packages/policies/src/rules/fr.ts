import type { Rule } from '../rule.ts';

/** France: ending in a few presses (L215-1-1), the notice before a tacit renewal (L215-1) and withdrawing (D221-5). */
export const frenchRules: readonly Rule[] = [
  {
    id: 'FR-D215-1-label',
    requirement: 'The way in says "résilier votre contrat" in letters that can be read.',
    article: 'Code de la consommation D215-1',
    status: 'in_force',
    effectiveOn: '2023-06-01',
    confidence: 'A',
    note: 'The law also lets an unambiguous similar wording pass; only the wording it prints is taken here.',
    bearing: 'data',
  },
  {
    id: 'FR-D215-1-access',
    requirement:
      'It costs nothing, is reached straight from where contracts are made, and nobody has to open an account for it.',
    article: 'Code de la consommation L215-1-1, D215-1',
    status: 'in_force',
    effectiveOn: '2023-06-01',
    confidence: 'A',
    note: 'An account that exists may be used.',
    bearing: 'data',
  },
  {
    id: 'FR-D215-2-fields',
    requirement:
      'It asks for the name, an e-mail address, the contract and the day on which it shall end, or shows them to be ' +
      'confirmed.',
    article: 'Code de la consommation D215-2',
    status: 'in_force',
    effectiveOn: '2023-06-01',
    confidence: 'A',
    bearing: 'data',
  },
  {
    id: 'FR-D215-3-review',
    requirement:
      'A page shows it all once more, to be changed if need be, before "notification de la résiliation" sends it.',
    article: 'Code de la consommation D215-3',
    status: 'in_force',
    effectiveOn: '2023-06-01',
    confidence: 'A',
    note: 'The law also lets a similar wording pass; only the wording it prints is taken here.',
    bearing: 'data',
  },
  {
    id: 'FR-L215-1-1-ack',
    requirement:
      'The trader confirms that it arrived and says when and with what effect the contract ends, in a form that lasts.',
    article: 'Code de la consommation L215-1-1',
    status: 'in_force',
    effectiveOn: '2023-06-01',
    confidence: 'A',
    note: 'The law says "within a reasonable time".',
    bearing: 'data',
  },
  {
    id: 'FR-L215-1-remind',
    requirement:
      'Three months to one month before the last day to refuse a renewal a message of its own shows that day in a box.',
    article: 'Code de la consommation L215-1',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'A',
    note: 'For services of a fixed term that renew tacitly. The days are here; the box is in the mail.',
    bearing: 'data',
  },
  {
    id: 'FR-L215-1-remedy',
    requirement:
      'Without that message the member leaves free of charge at any time and has the unused part back within 30 days.',
    article: 'Code de la consommation L215-1',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'A',
    bearing: 'data',
  },
  {
    id: 'FR-D221-5-labels',
    requirement: 'The controls to withdraw say "renoncer au contrat ici" and then "confirmer la rétractation".',
    article: 'Code de la consommation L221-21, D221-5',
    status: 'in_force',
    effectiveOn: '2026-06-19',
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'FR-scope-nonpro',
    requirement: 'Those who do not act for a trade have the flow as well, legal entities among them.',
    article: 'Code de la consommation L215-1-1, L215-3, D215-2',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    bearing: 'data',
  },
];
