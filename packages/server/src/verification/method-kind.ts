import type { VerificationMethod } from '@leavewell/contract';

/**
 * What the answer to a method is: `sent`, a code that we make and send, longer when codes are being guessed; `known`,
 * something that stays as it is, so that guesses at it have to be few; `signed`, which nobody can guess; `login`, the
 * host's own, which nobody starts here.
 */
export type MethodKind = 'sent' | 'known' | 'signed' | 'login';

/** The kind of every method. */
export const methodKinds: Readonly<Record<VerificationMethod, MethodKind>> = {
  passkey: 'signed',
  password: 'known',
  sms_code: 'sent',
  email_code: 'sent',
  totp: 'known',
  administrator_password: 'known',
  company_credential: 'known',
  host_login: 'login',
};

/** Whether passing it shows the member; the other two show that a company agrees. */
export const showsTheMember: Readonly<Record<VerificationMethod, boolean>> = {
  passkey: true,
  password: true,
  sms_code: true,
  email_code: true,
  totp: true,
  administrator_password: false,
  company_credential: false,
  host_login: true,
};
