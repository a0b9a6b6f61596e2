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
    withdraw: (code, plan, minutes) => `Your code to undo the purchase of ${plan} is ${code}. ${validity(minutes)}`,
    changeFactors: (code, _, minutes) =>
      `Your code to change how you show that it is you is ${code}. ${validity(minutes)}`,
  },
  codeSubject: {
    cancelRenewal: (plan) => `Your code to cancel the renewal of ${plan}`,
    resumeRenewal: (plan) => `Your code to turn the renewal of ${plan} back on`,
    withdraw: (plan) => `Your code to undo the purchase of ${plan}`,
    changeFactors: () => 'Your code to change how you show that it is you',
  },
  subject: {
    cancelRenewal: (plan, { lastDay, wholeDay }) => {
      if (!lastDay) return [`Renewal canceled: ${plan}`];
      return wholeDay
        ? phrase`Renewal canceled: ${plan} is yours until ${lastDay}`
        : phrase`Renewal canceled: ${plan} is yours through ${lastDay}`;
    },
    resumeRenewal: (plan) => [`Renewal is on again: ${plan}`],
    withdraw: (plan) => [`Purchase undone: ${plan}`],
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
    withdraw: {
      subject: (plan) => `Purchase not undone yet: ${plan}`,
      lines: (plan, asked) => [
        `The purchase of ${plan} was not undone: the payment company did not accept it.`,
        `You declared your withdrawal on ${asked}; this message is proof of that.`,
        'Please contact support and name this time.',
      ],
    },
  },
  factor: {
    added: {
      subject: 'A new way to show that it is you',
      lines: (way, at) => [`From now on you can show that it is you with: ${way}. It was set up on ${at}.`],
    },
    removed: {
      subject: 'A way to show that it is you was removed',
      lines: (way, at) => [`You can no longer show that it is you with: ${way}. It was removed on ${at}.`],
    },
  },
  greeting: (name) => `Hello ${name},`,
  notYou: 'If you did not ask for this, please contact support.',
};
