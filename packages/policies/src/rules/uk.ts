import type { Rule } from '../rule.ts';

/** United Kingdom: the subscription chapter of the DMCC Act 2024, not in force, and the right of today. */
export const britishRules: readonly Rule[] = [
  {
    id: 'UK-status',
    requirement: 'The subscription chapter stays off until it commences.',
    article: 'Digital Markets, Competition and Consumers Act 2024 part 4 chapter 2',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'B',
    note:
      'Expected in spring 2027, not in force when last read (2026-08). Met by the status of the rules of the chapter.',
    bearing: 'elsewhere',
  },
  {
    id: 'UK-258-remind',
    requirement:
      'A reminder comes before the first payment after a trial, and before the payment that ends each six months.',
    article: 'DMCC Act 2024 s. 258',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'A',
    note: 'The days are ours: the Act leaves them to the trader and to regulations. We remind before every renewal.',
    bearing: 'data',
  },
  {
    id: 'UK-259-window',
    requirement: 'The reminder keeps to a reasonable period which the trader named before the contract.',
    article: 'DMCC Act 2024 s. 259(3)-(4)',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'B',
    note: 'For the operator to name at sign-up; regulations are to fill it in.',
    bearing: 'elsewhere',
  },
  {
    id: 'UK-260-exit',
    requirement: 'A clear statement ends it, online if joined online, with no step that is not reasonably necessary.',
    article: 'DMCC Act 2024 s. 260',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'B',
    bearing: 'data',
  },
  {
    id: 'UK-261-notice',
    requirement:
      'A lasting notice with the end date follows within 24 hours of ending online, and what was overpaid goes back.',
    article: 'DMCC Act 2024 s. 261',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'A',
    note: 'Three working days where it was not ended online.',
    bearing: 'data',
  },
  {
    id: 'UK-264-cool',
    requirement:
      'The member may undo it within 14 days of the start, of the end of a trial, and of a renewal of a year or more.',
    article: 'DMCC Act 2024 ss. 264-266',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'B',
    note: 'A and B in the sources, so the weaker stands. When the days begin is for the host.',
    bearing: 'data',
  },
  {
    id: 'UK-266-coolnotice',
    requirement: 'On the first day of each such period after a renewal a notice of its own tells of it.',
    article: 'DMCC Act 2024 s. 266',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'A',
    note:
      'A notice after a charge, which the windows before one cannot hold; the operator sends it once the chapter ' +
      'binds.',
    bearing: 'elsewhere',
  },
  {
    id: 'UK-refund-14',
    requirement: 'Refunds are paid within 14 days, the way the money came.',
    article: 'government response of 2026-04-02',
    status: 'prospective',
    effectiveOn: null,
    confidence: 'B',
    note: 'Planned.',
    bearing: 'data',
  },
  {
    id: 'UK-CCR-14d',
    requirement: 'Today a contract made at a distance can be cancelled within 14 days.',
    article: 'Consumer Contracts Regulations 2013',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    bearing: 'data',
  },
];
