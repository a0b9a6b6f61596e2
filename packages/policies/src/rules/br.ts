import type { Rule } from '../rule.ts';

/** Brazil: the right of regret (art. 49 CDC) and the decree on online sales. */
export const brazilianRules: readonly Rule[] = [
  {
    id: 'BR-CDC-49',
    requirement:
      'A service bought at a distance can be given up within seven days without a reason, all money back at once.',
    article: 'Código de Defesa do Consumidor art. 49',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'The amount is updated for inflation; how much that is, the operator reckons.',
    bearing: 'data',
  },
  {
    id: 'BR-7962-5',
    requirement: 'Regret can be declared with the tool that served to buy, and its receipt is confirmed at once.',
    article: 'Decreto 7.962/2013 art. 5',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'U',
    note:
      'Unverified: A for "at once", U for the same tool, so the weaker stands and it drives nothing. That a receipt ' +
      'goes out within a minute is our own default in this place.',
    bearing: 'elsewhere',
  },
  {
    id: 'BR-SAC',
    requirement: 'In regulated trades one cancels through the channel of sign-up, with effect and proof at once.',
    article: 'Decreto 11.034/2022',
    status: 'in_force',
    effectiveOn: '2022-10-03',
    confidence: 'B',
    note: 'For regulated trades only.',
    bearing: 'untouched',
  },
  {
    id: 'BR-PL4734',
    requirement: 'Renewals of a year or more may come to need notice 30 days ahead, and cancelling effect at once.',
    article: 'PL 4734/24',
    status: 'flag',
    effectiveOn: null,
    confidence: 'B',
    note: 'To watch: a bill, in a committee of the Chamber in September 2025. Asks nothing today.',
    bearing: 'untouched',
  },
];
