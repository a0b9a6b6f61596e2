import type { OperationName, ServerErrorCode } from '@leavewell/contract';

/** Everybody who may knock. */
export const callers = ['nobody', 'person', 'employee', 'administrator', 'otherAdministrator', 'host', 'otherHost'] as const;
export type CallerName = (typeof callers)[number];

/** Whose thing is asked for, as the caller sees it. */
export const targets = ['own', 'colleague', 'other', 'otherTenant', 'absent'] as const;
export type Target = (typeof targets)[number];

/** What is answered: `ok`, or the code of the refusal. */
export type Verdict = 'ok' | ServerErrorCode;
export type Row = Readonly<Record<Target, Verdict>>;

const all = (verdict: Verdict): Row => ({
  own: verdict,
  colleague: verdict,
  other: verdict,
  otherTenant: verdict,
  absent: verdict,
});

/** Whoever is no member is told so before anything is looked up. */
const strangers = {
  nobody: all('session_missing'),
  host: all('session_expired'),
  otherHost: all('session_expired'),
};

/** What is not the caller's to see is answered as what is not there. */
function members(unseen: Verdict, own: Record<'person' | 'employee' | 'administrator' | 'otherAdministrator', Verdict>) {
  return {
    ...strangers,
    person: { ...all(unseen), own: own.person },
    employee: { ...all(unseen), own: own.employee },
    administrator: { ...all(unseen), own: own.administrator, colleague: own.administrator },
    otherAdministrator: { ...all(unseen), own: own.otherAdministrator },
  };
}

const everyone = (verdict: Verdict) => ({
  person: verdict,
  employee: verdict,
  administrator: verdict,
  otherAdministrator: verdict,
});

const byRight = { ...everyone('ok'), employee: 'no_permission' } as const;

const about = (member: Verdict) => ({
  ...strangers,
  person: all(member),
  employee: all(member),
  administrator: all(member),
  otherAdministrator: all(member),
});

const hostOnly = {
  nobody: all('host_key_invalid'),
  person: all('host_key_invalid'),
  employee: all('host_key_invalid'),
  administrator: all('host_key_invalid'),
  otherAdministrator: all('host_key_invalid'),
  host: all('ok'),
  otherHost: all('ok'),
};

/** Whoever calls, whatever it is about. */
const open = (verdict: Verdict) => ({
  nobody: all(verdict),
  person: all(verdict),
  employee: all(verdict),
  administrator: all(verdict),
  otherAdministrator: all(verdict),
  host: all(verdict),
  otherHost: all(verdict),
});

/** The expected verdict of every operation, caller and target. An operation without a row does not compile. */
export const verdicts: Readonly<Record<OperationName, Readonly<Record<CallerName, Row>>>> = {
  getSession: about('ok'),
  listMemberships: about('ok'),
  getMembership: members('membership_not_found', everyone('ok')),
  previewCancelRenewal: members('membership_not_found', everyone('ok')),
  cancelRenewal: members('membership_not_found', byRight),
  resumeRenewal: members('membership_not_found', everyone('renewal_already_on')),
  // Here nothing is asked for, so that no way to verify is accepted either.
  startVerification: members('membership_not_found', {
    ...everyone('verification_method_unavailable'),
    employee: 'no_permission',
  }),
  // Nobody but the one who asked for a code can use it, not even the administrator.
  finishVerification: {
    ...members('verification_not_found', everyone('verification_code_wrong')),
    administrator: { ...all('verification_not_found'), own: 'verification_code_wrong' },
    employee: all('verification_not_found'),
  },
  listReceipts: about('ok'),
  getReceipt: members('receipt_not_found', everyone('ok')),
  previewWithdraw: members('membership_not_found', everyone('ok')),
  // The place of these sessions gives no such right; what may not be seen is told first.
  withdraw: members('membership_not_found', everyone('withdrawal_over')),
  // Whoever sees a membership can ask a person to cancel it, also without the right to do it (S43, AU8).
  requestSupport: members('membership_not_found', everyone('ok')),
  afterCancel: members('membership_not_found', everyone('ok')),
  sendFeedback: members('membership_not_found', everyone('ok')),
  acceptOffer: about('offer_not_found'),
  declineOffer: about('offer_not_found'),
  listFactors: about('ok'),
  // A phone is a way to verify: another one is set up with its proof (AU7).
  addFactor: about('verification_required'),
  finishFactor: about('factor_not_found'),
  removeFactor: about('factor_not_found'),
  requestCancelWithoutLogin: open('ok'),
  listDeclarations: hostOnly,
  getFeedbackReport: hostOnly,
  createSession: hostOnly,
  putMember: hostOnly,
  putMembership: hostOnly,
  listEvents: hostOnly,
  // Whoever calls: what is not signed by the company is not believed.
  receiveWebhook: open('webhook_invalid'),
};
