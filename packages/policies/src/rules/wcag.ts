import type { Rule } from '../rule.ts';

const recommendation = { status: 'in_force', effectiveOn: null, bearing: 'elsewhere' } as const;

/** Web Content Accessibility Guidelines 2.2, in every place: they ask it of pages, never of a profile. */
export const wcagRules: readonly Rule[] = [
  {
    ...recommendation,
    id: 'WCAG-3.3.4',
    requirement: 'A cancellation that was sent can be taken back, was checked, or could be reviewed.',
    article: 'WCAG 2.2 success criterion 3.3.4 (AA)',
    confidence: 'A',
    note: 'Met by resuming renewal while the paid time lasts.',
  },
  {
    ...recommendation,
    id: 'WCAG-2.2.1',
    requirement: 'A limit of time can be switched off or extended, or lasts longer than 20 hours.',
    article: 'WCAG 2.2 success criterion 2.2.1 (A)',
    confidence: 'A',
    note: 'Met by the flow: a code or proof that ran out can be asked for anew, and nothing that was typed is lost.',
  },
  {
    ...recommendation,
    id: 'WCAG-3.3.8',
    requirement: 'No verification rests on memory or a puzzle alone; pasting and password managers work.',
    article: 'WCAG 2.2 success criterion 3.3.8 (AA)',
    confidence: 'A',
    note: 'Met by the fields of the pages, which take pasted codes and name what is to be filled in.',
  },
  {
    ...recommendation,
    id: 'WCAG-2.5.8',
    requirement: 'What can be pressed measures at least 24 by 24 CSS pixels, or has as much room.',
    article: 'WCAG 2.2 success criterion 2.5.8 (AA)',
    confidence: 'A',
    note: 'Met by the look of the pages; measured in a browser.',
  },
  {
    ...recommendation,
    id: 'WCAG-4.1.3',
    requirement: 'Success, failure and progress are announced without moving the focus.',
    article: 'WCAG 2.2 success criterion 4.1.3 (AA)',
    confidence: 'A',
    note: 'Met by the live regions of the pages.',
  },
  {
    ...recommendation,
    id: 'WCAG-3.3.7',
    requirement: 'What is known or was given already is not asked for again.',
    article: 'WCAG 2.2 success criterion 3.3.7 (A)',
    confidence: 'U',
    note: 'Unverified: written from general knowledge, so it drives nothing. Fields come filled in with what is known.',
  },
];
