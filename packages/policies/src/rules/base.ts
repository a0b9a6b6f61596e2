import type { Rule } from '../rule.ts';

const own = {
  article: 'our own strict default',
  status: 'in_force',
  effectiveOn: null,
  confidence: 'A',
  note: 'Not law: what this product does where a place says nothing.',
  bearing: 'data',
} as const;

/** Our own defaults, written as rules so that a refusal can name one. None of them is law. */
export const baseRules: readonly Rule[] = [
  {
    ...own,
    id: 'BASE-acts',
    requirement:
      'Two presses lead from the page of the member to done, and no screen stands between opening and confirming.',
  },
  {
    ...own,
    id: 'BASE-label',
    requirement: 'Each control says in words what pressing it does.',
  },
  {
    ...own,
    id: 'BASE-verify',
    requirement: 'Who is logged in is not asked to show again that it is them before renewal goes off.',
  },
  {
    ...own,
    id: 'BASE-survey',
    requirement: 'A question about the reason comes after the cancellation has taken effect, or never.',
  },
  {
    ...own,
    id: 'BASE-save',
    requirement:
      'An offer to stay comes after the cancellation has taken effect, or never, and rests for a week once declined.',
  },
  {
    ...own,
    id: 'BASE-receipt',
    requirement: 'A receipt with all nine facts goes out within a minute, and never later than 24 hours.',
  },
  {
    ...own,
    id: 'BASE-remind',
    requirement: 'A renewal is announced 30 days and again 8 days before the charge.',
  },
  {
    ...own,
    id: 'BASE-withdraw',
    requirement: 'A right to withdraw that the operator grants without a law is kept as promised, in whole days.',
  },
  {
    ...own,
    id: 'BASE-refund',
    requirement: 'Money that is due goes back within the days of the law or, where none is known, those promised.',
  },
];
