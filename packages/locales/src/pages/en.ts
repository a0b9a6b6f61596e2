import type { PageWords } from './page-words.ts';

/** English. */
export const en: PageWords = {
  tag: 'en-GB',
  acts: {
    cancelRenewal: {
      heading: 'Cancel renewal',
      intro: 'No login needed. Renewal stops, and what is paid for stays yours until the end of the paid time.',
      confirm: 'Cancel now',
      received: 'Your cancellation has arrived',
    },
    withdraw: {
      heading: 'Withdraw from contract here',
      intro: 'No login needed, and no reason.',
      confirm: 'Confirm withdrawal',
      received: 'Your withdrawal has arrived',
    },
  },
  fields: {
    termination_kind: 'Kind of termination',
    reason: 'Reason (for good cause only)',
    name: 'Name',
    contract: 'Contract or order number',
    end_date: 'End date wanted (empty: the earliest possible)',
    email: 'E-mail address',
  },
  kinds: { ordinary: 'Ordinary', extraordinary: 'For good cause' },
  earliest: 'the earliest possible',
  faults: {
    heading: 'Something is missing',
    missing: {
      name: 'Name: please fill it in.',
      contract: 'Contract or order number: please fill it in.',
      email: 'E-mail address: please fill it in.',
    },
    notAnEmail: 'E-mail address: please write it in full, such as name@example.com.',
    notADay: 'End date wanted: please give a day, such as 2026-12-31, or leave it empty.',
    tooLong: (most) => `Please write at most ${most} characters here.`,
    pressAgain: 'The form did not arrive whole. Please press the button once more.',
  },
  review: { heading: 'Please check', next: 'Continue', change: 'Change' },
  code: {
    heading: 'Enter the code',
    text: 'If what you wrote fits a contract, a code is on its way to the phone or e-mail address that we have on file for it.',
    label: 'Code',
    confirm: 'Confirm code',
    again: 'Send another code',
    sentAgain: 'If another code can be sent, it is on its way.',
    cannot: 'I cannot get a code',
    wrong: 'Code: this one does not fit, or works no longer.',
  },
  done: {
    reference: 'Reference',
    receivedAt: 'Received',
    act: 'What you declared',
    acts: { cancelRenewal: 'Cancellation', withdraw: 'Withdrawal from the contract' },
    reason: 'Reason',
    endDate: 'End date wanted',
    next: 'The confirmation with the end date goes to the e-mail address that we have on file for the contract. If no contract fits what you wrote, a person looks at it; the time above counts.',
    byPerson: 'A person looks at it now. The time above counts, not the time at which they get to it.',
    save: 'Save as a text file',
    row: (label, value) => `${label}: ${value}`,
    moment: (moment, zone, offset) => `${moment} (${zone}, ${offset})`,
  },
  noRight: {
    heading: 'There is no right to withdraw here',
    text: 'The law of this place gives no right to undo this contract without a reason. You can cancel its renewal at any time.',
    cancel: 'Cancel renewal',
  },
  failures: {
    too_often: { heading: 'Too many at once', text: 'Please wait a little and send it again.' },
    not_our_page: {
      heading: 'This did not come from our page',
      text: 'Please open the page again and fill in the form there. Nothing was stored.',
    },
    not_there: { heading: 'There is no such page', text: 'Please check the address.' },
    try_again: { heading: 'That did not work', text: 'It is our fault. Please send it again in a moment.' },
  },
  back: 'To the form',
};
