import { flowWords } from '../en/flow-words.ts';
import { priceWords } from '../en/price-words.ts';
import { phrase } from '../phrase.ts';
import type { ReceiptWords } from './receipt-words.ts';

const onlyOwed = 'Only the payment that failed may still be charged.';

/** Receipts in English. */
export const receiptWords: ReceiptWords = {
  title: {
    cancelRenewal: 'Receipt of a cancellation',
    resumeRenewal: 'Receipt of a renewal turned back on',
    withdraw: 'Receipt of a withdrawal',
  },
  done: {
    cancelRenewal: flowWords.canceled,
    resumeRenewal: flowWords.resumed,
    withdraw: (plan) => {
      const undone = `Purchase undone. ${plan} has ended.`;
      return [() => [undone], () => [undone], undone];
    },
  },
  nothingMore: (end, paymentOwed) => {
    const charge = paymentOwed ? onlyOwed : 'Nothing more will be charged.';
    return end ? phrase`You have access until ${end}. ${charge}` : [charge];
  },
  labels: {
    accessUntil: 'Ends',
    exactEnd: 'Exact end (UTC)',
    lastDay: 'Last full day',
    nextCharge: 'Next charge',
    priceNotTaken: 'Not charged',
    price: 'Price',
    furtherCharges: 'Further charges',
    refund: 'Refund',
    resume: 'To resume',
    plan: 'Plan',
    account: 'Account',
    order: 'Order',
    membership: 'Membership',
    requestedBy: 'Requested by',
    canceledAt: 'Canceled',
    resumedAt: 'Turned back on',
    withdrawnAt: 'Withdrawn',
    verifiedBy: 'Confirmed by',
    declaredKind: 'Declared: kind',
    declaredReason: 'Declared: reason',
    declaredName: 'Declared: name',
    declaredContract: 'Declared: contract',
    declaredEnd: 'Declared: end wanted',
    declaredEmail: 'Declared: e-mail',
    place: 'Rules followed',
    providerReference: 'Payment reference',
    contact: 'Contact',
    reference: 'Receipt',
  },
  at: (moment, zone) => phrase`${moment}, ${zone}`,
  moment: (moment, zone, offset) => `${moment}, ${zone}${offset ? ` (${offset})` : ''}`,
  noEnd: 'No end date',
  price: priceWords.recurring,
  noFurtherCharge: {
    renewal: (after) => (after ? phrase`None; it does not renew after ${after}` : ['None']),
    owed: () => [onlyOwed],
    undone: () => ['None'],
  },
  refund: (amount, by) => phrase`${amount}, by ${by}`,
  noRefund: 'None is due',
  resume: (until) =>
    until ? phrase`Turn renewal back on in your account until ${until}` : ['Buy it again at any time'],
  verifiedBy: {
    passkey: 'Passkey',
    password: 'Password',
    sms_code: 'Text message code',
    email_code: 'E-mail code',
    totp: 'Code of an authenticator app',
    administrator_password: 'Password of an administrator',
    company_credential: 'Credential of the company',
    host_login: 'Recent login',
  },
  unverified: {
    session: 'Login to the account; nothing further was asked for',
    public_page: 'Declaration without a login; nothing further was asked for',
    agent: 'Support, at the request of the member',
  },
  declaredKind: { ordinary: 'Ordinary', extraordinary: 'Extraordinary, for good cause' },
  earliestEnd: 'The earliest possible day',
  contact: {
    chat: (value) => `Chat ${value}`,
    phone: (value) => `Phone ${value}`,
    email: (value) => `E-mail ${value}`,
  },
  noContact: 'The support of the site where you have this membership',
  separator: '; ',
  row: (label, value) => `${label}: ${value}`,
  calendar: {
    cancelRenewal: (plan) => `Last day of ${plan}`,
    resumeRenewal: (plan) => `${plan} renews`,
    withdraw: (plan) => `Refund for ${plan} is due`,
  },
};
