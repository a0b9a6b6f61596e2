import { type DatePart, type Phrase, phrase } from '../phrase.ts';
import type { ExpiryWords } from '../words.ts';
import { term, to } from './price-words.ts';

const yoursThrough = (day: DatePart) => phrase`Yours through ${day}`;

function inDays(days: number): string {
  return days === 0 ? 'Today' : days === 1 ? 'Tomorrow' : `In ${days} days`;
}

function keeping(until: Phrase | null): Phrase {
  return until ? phrase`; you keep access until ${until}` : [];
}

/** The sentences of a card. */
export const expiryWords: ExpiryWords = {
  headlines: {
    upcoming: [(day) => phrase`Starts on ${day}`],
    trialing: [(day) => phrase`Trial until ${day}`, (day) => phrase`Trial through ${day}`],
    renewing: [(day) => phrase`Renews on ${day}`, (day) => phrase`Renews after ${day}`],
    ending: [(day) => phrase`Yours until ${day}`, yoursThrough],
    fixed_term: [(day) => phrase`Ends on ${day}`, yoursThrough],
    payment_problem: [
      (day) => phrase`Payment failed. Access until ${day}`,
      (day) => phrase`Payment failed. Access through ${day}`,
    ],
    paused: [(day) => phrase`Paused. Back on ${day}`],
    expired: [(day) => phrase`Ended on ${day}`, (day) => phrase`Ended after ${day}`],
    revoked: [(day) => phrase`Ended on ${day}`],
  },
  forGood: 'Yours for good',
  starts: (time, zone) => `Access starts at ${time}, ${zone}.`,
  thatDate: (zone) => `that date, 24:00 ${zone}`,
  periodLasts: (until) => phrase`This period lasts until ${until}.`,
  charged: (days, at, amount, method) => {
    if (days < 0) return [`${amount ?? 'The next payment'} is due and will be charged${to(method)}.`];
    const taken = `${amount ?? 'the next payment'} will be charged${to(method)}.`;
    return phrase`${inDays(days)}, ${at && phrase`on ${at}, `}${taken}`;
  },
  cancelAnyTime: (until) => phrase`Cancel any time before${keeping(until)}.`,
  cancelBy: (moment, until) => phrase`Cancel by ${moment} to stop it${keeping(until)}.`,
  tooLate: 'It is too late to stop this charge.',
  renewsByItself: 'It renews by itself.',
  turnedOff: {
    member: (day, holder) => phrase`${holder ?? 'You'} canceled on ${day}.`,
    administrator: (day) => phrase`An administrator canceled on ${day}.`,
    host: (day) => phrase`We turned renewal off on ${day}.`,
    provider: (day) => phrase`The payment company turned renewal off on ${day}.`,
    payment_failure: (day) => phrase`Renewal stopped on ${day} because a payment failed.`,
  },
  theMember: 'The member',
  asBeforeUntil: (until) => phrase`Everything works as before until ${until}. No further charge.`,
  noCharge: 'No further charge.',
  bought: (interval) => `You bought ${interval ? term(interval) : 'this'} once.`,
  endsByItself: (mayCancel) =>
    `It ends by itself and nothing more is charged${mayCancel ? '' : ', so there is nothing to cancel'}.`,
  haveUntil: (until) => phrase`You have it until ${until}.`,
  hasNoEnd: 'It has no end date. Nothing more is charged, so there is nothing to cancel.',
  notCharged: (amount, method) => `${amount ?? 'The last payment'} could not be charged${to(method)}.`,
  worksUntil: (until) => phrase`Everything works until ${until}.`,
  payToKeep: 'Pay or change how you pay to keep it.',
  onHoldSince: (at) => (at ? phrase`Access has been on hold since ${at}.` : ['Access is on hold.']),
  payToReturn: 'It comes back once the payment is made.',
  pausedWithoutCharge: 'Nothing is charged while it is paused.',
  resumesAt: (time, zone) => `It starts again at ${time}, ${zone}.`,
  endedAt: (at) => phrase`Access ended on ${at}.`,
  wasOneOff: 'It was a one-off purchase.',
  revoked: { refunded: 'It was refunded.', disputed: 'Its payment was disputed.' },
  revokedEarly: 'It was ended before its time.',
};
