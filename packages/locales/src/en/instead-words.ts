import type { Dated } from '../dated.ts';
import { phrase } from '../phrase.ts';
import type { FlowWords } from '../words.ts';

const periodEnds: Dated = [
  (day) => phrase`This period ends on ${day}`,
  (day) => phrase`This period ends after ${day}`,
  'No end date',
];
const yours: Dated = [
  (day) => phrase`Yours until ${day}`,
  (day) => phrase`Yours through ${day}`,
  'Yours for good',
];

/** What stands in the place of the button. */
export const insteadWords: Pick<FlowWords, 'insteadTitle' | 'insteadText'> = {
  insteadTitle: {
    nothing_to_cancel: [(day) => phrase`Ends on ${day}`, yours[1], yours[2]],
    nothing_to_resume: yours,
    renewal_already_off: yours,
    renewal_already_on: periodEnds,
    membership_ended: [(day) => phrase`Ended on ${day}`, (day) => phrase`Ended after ${day}`, 'Ended'],
    no_permission: periodEnds,
    too_late: periodEnds,
    withdrawal_over: yours,
  },
  insteadText: {
    nothing_to_cancel: (at) =>
      at
        ? phrase`It ends by itself and nothing more is charged, so there is nothing to cancel. You have it until ${at}.`
        : ['It has no end date. Nothing more is charged, so there is nothing to cancel.'],
    renewal_already_off: (at, owesPayment) =>
      phrase`Renewal is off.${at && phrase` Everything works as before until ${at}.`}${owesPayment ? '' : ' No further charge.'}`,
    membership_ended: (at) => (at ? phrase`Access ended on ${at}.` : ['Access has ended.']),
  },
};
