import type { VerificationMethod } from '@leavewell/contract';

/** The ways of verifying that an operator may wish for where a place leaves it open. A company's check is apart. */
export const operatorWays: readonly VerificationMethod[] = [
  'passkey',
  'password',
  'sms_code',
  'email_code',
  'totp',
  'host_login',
];
