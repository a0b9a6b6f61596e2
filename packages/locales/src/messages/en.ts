import { phrase } from '../phrase.ts';
import type { MessageWords } from './message-words.ts';

function validity(minutes: number): string {
  return `It is valid for ${minutes === 1 ? '1 minute' : `${minutes} minutes`}. If this was not you, ignore it.`;
}

/** Messages in English. */
export const messageWords: MessageWords = {
  code: {
    cancelRenewal: (code, plan, minutes) =>
      `Your code to cancel the renewal of ${plan} is ${code}. ${validity(minutes)}`,
    resumeRenewal: (code, plan, minutes) =>
      `Your code to turn the renewal of ${plan} back on is ${code}. ${validity(minutes)}`,
  },
  subject: {
    cancelRenewal: (plan, { lastDay, wholeDay }) => {
      if (!lastDay) return [`Renewal canceled: ${plan}`];
      return wholeDay
        ? phrase`Renewal canceled: ${plan} is yours until ${lastDay}`
        : phrase`Renewal canceled: ${plan} is yours through ${lastDay}`;
    },
    resumeRenewal: (plan) => [`Renewal is on again: ${plan}`],
  },
  failed: {
    cancelRenewal: {
      subject: (plan) => `Renewal not canceled: ${plan}`,
      lines: (plan, asked) => [
        `The renewal of ${plan} was not canceled: the payment company did not accept it. It may be charged as before.`,
        `You asked for it on ${asked}; this message is proof of that.`,
        'Please try again, or contact support and name this time.',
      ],
    },
    resumeRenewal: {
      subject: (plan) => `Renewal is still off: ${plan}`,
      lines: (plan, asked) => [
        `The renewal of ${plan} was not turned back on: the payment company did not accept it.`,
        `You asked for it on ${asked}.`,
        'Please try again, or contact support.',
      ],
    },
  },
  greeting: (name) => `Hello ${name},`,
  nothingMore: (end, paymentOwed) => {
    const charge = paymentOwed ? 'Only the payment that failed may still be charged.' : 'Nothing more will be charged.';
    return end ? phrase`You have access until ${end}. ${charge}` : [charge];
  },
  moment: (moment, zone, offset) => `${moment}, ${zone}${offset ? ` (${offset})` : ''}`,
  labels: {
    plan: 'Plan',
    account: 'Account',
    order: 'Order',
    requestedBy: 'Requested by',
    nextCharge: 'Next charge',
    price: 'Price',
    priceNotTaken: 'Not charged',
    verifiedBy: 'Confirmed by',
    providerReference: 'Payment reference',
  },
  verifiedBy: { sms_code: 'Text message code' },
  row: (label, value) => `${label}: ${value}`,
  notYou: 'If you did not ask for this, please contact support.',
};
