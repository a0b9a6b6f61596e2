import type { Rule } from '../rule.ts';

/** Australia: a bill that is planned to bind from 1 July 2027. */
export const australianRules: readonly Rule[] = [
  {
    id: 'AU-UTP-status',
    requirement: 'The rules stay off until the Act commences and its text was read.',
    article: 'Competition and Consumer Amendment (Unfair Trading Practices) Bill 2026',
    status: 'prospective',
    effectiveOn: '2027-07-01',
    confidence: 'B',
    note:
      'In committee on 2026-07-02, assent not found. Met by the status and day of the other two, from which no ' +
      'number follows that our own default does not keep already.',
    bearing: 'elsewhere',
  },
  {
    id: 'AU-UTP-subs',
    requirement: 'Terms come before sign-up, reminders follow, and ending is straightforward, online if joined online.',
    article: 'Competition and Consumer Amendment (Unfair Trading Practices) Bill 2026',
    status: 'prospective',
    effectiveOn: '2027-07-01',
    confidence: 'B',
    note: 'Planned day; the details are unverified and drive nothing. Small businesses are meant as well.',
    bearing: 'data',
  },
  {
    id: 'AU-UTP-manip',
    requirement: 'No interface manipulates a decision, or distorts it unreasonably, to the harm of who decides.',
    article: 'Australian Consumer Law s. 28B, as planned',
    status: 'prospective',
    effectiveOn: '2027-07-01',
    confidence: 'B',
    note: 'Planned day.',
    bearing: 'data',
  },
];
