import type { Rule } from '../rule.ts';

/** Rules of Visa and Mastercard for subscriptions, in every place. */
export const cardRules: readonly Rule[] = [
  {
    id: 'VISA-7d',
    requirement:
      'At least seven days before a trial ends or the price or period changes, a message brings a link to cancel.',
    article: 'Visa rules on subscriptions',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Since April 2020, wider since April 2021.',
    bearing: 'data',
  },
  {
    id: 'VISA-online',
    requirement: 'However somebody joined, they can cancel online, as easily as they leave a mailing list.',
    article: 'Visa rules on subscriptions',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Since 2020.',
    bearing: 'data',
  },
  {
    id: 'VISA-receipt',
    requirement:
      'The first receipt, even over zero, tells the length of the trial, the dates, the later amount and how to ' +
      'cancel.',
    article: 'Visa rules on subscriptions',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Since 2020. Asks something of sign-up: the receipts here are those of a cancellation.',
    bearing: 'untouched',
  },
  {
    id: 'MC-online',
    requirement: 'There is an electronic way to cancel, like leaving a mailing list; phone or post alone will not do.',
    article: 'Mastercard AN 5933, revised',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Since September 2022.',
    bearing: 'data',
  },
  {
    id: 'MC-trial',
    requirement:
      'A reminder with the terms and the way to cancel comes 3 to 7 days before a trial of over seven days ends.',
    article: 'Mastercard rules on subscriptions',
    status: 'in_force',
    effectiveOn: '2022-09-22',
    confidence: 'B',
    note: 'Sent for every trial, also for shorter ones.',
    bearing: 'data',
  },
  {
    id: 'MC-long',
    requirement:
      'Where half a year or more lies between charges, a reminder that is no advertisement comes 7 to 30 days before.',
    article: 'Mastercard rules on subscriptions',
    status: 'in_force',
    effectiveOn: null,
    confidence: 'B',
    note: 'Since September 2022; early drafts said 3 to 7 days.',
    bearing: 'data',
  },
];
