import { type DatePart, phrase, type Phrase } from '../phrase.ts';
import type { FlowWords } from '../words.ts';
import { to } from './price-words.ts';

function on(moment: DatePart | null): Phrase {
  return moment ? phrase` on ${moment}` : [];
}

function you(at: Phrase | null): Phrase {
  return at ? phrase`On ${at}, you` : ['You'];
}

/** The sentences of canceling and of turning renewal back on. */
export const flowWords: Omit<FlowWords, 'insteadTitle' | 'insteadText'> = {
  daysLeft: (days) => (days === 0 ? 'Today is the last day' : days === 1 ? '1 day left' : `${days} days left`),
  untilTitle: [(day) => phrase`Until ${day}, 24:00`, (day) => phrase`Through ${day}`, 'Until the end date'],
  keepsWorking: (left, zone, at) => {
    if (at) return phrase`Everything keeps working until ${at}.${left && ` ${left}.`}`;
    return [left ? `Everything keeps working. ${left}, ${zone}.` : 'Everything keeps working.'];
  },
  fromTitle: (day) => (day ? phrase`From ${day}` : ['After that']),
  notTaken: (amount, endsAt) =>
    phrase`No charge. The ${amount && `${amount} `}renewal will not be taken, and access ends${on(endsAt)}.`,
  canceled: (plan, kind) => {
    const done = `${kind === 'recurring' ? 'Renewal canceled' : 'Canceled'}. You keep ${plan}`;
    return [(day) => phrase`${done} until ${day}.`, (day) => phrase`${done} through ${day}.`, `${done}.`];
  },
  willBeCharged: (price, at, method) => {
    const taken = phrase`${price ?? 'The next payment'} will be charged${to(method)}${at && phrase`, first on ${at}`}.`;
    return phrase`${taken} You can cancel again any time before.`;
  },
  resumed: (plan) => [
    (day) => phrase`Renewal is on again. ${plan} renews on ${day}.`,
    (day) => phrase`Renewal is on again. ${plan} renews after ${day}.`,
    `Renewal is on again. ${plan} renews automatically.`,
  ],
  withdrawBy: (at) => phrase`Possible until ${at}.`,
  asked: {
    cancelRenewal: (at) => phrase`${you(at)} asked to cancel renewal. `,
    resumeRenewal: (at) => phrase`${you(at)} asked to turn renewal back on. `,
    withdraw: (at) => phrase`${you(at)} asked to withdraw from the contract. `,
  },
  waiting: 'The payment company has not confirmed it yet. This goes on by itself, and your receipt follows.',
};
