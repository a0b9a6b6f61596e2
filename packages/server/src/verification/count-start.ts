import type { VerificationMethod } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { useLimits, type LimitedUse } from '../limits/use-limits.ts';
import type { StoreRows } from '../ports/store.ts';

type UsesOf = (call: MemberCall) => readonly LimitedUse[];

/** Somebody pays for each and somebody's phone rings. */
const textMessages: UsesOf = ({ viewer, address = null }) => [
  { limit: 'codesPerMember', who: viewer.id },
  { limit: 'codesPerNumber', who: viewer.phone },
  { limit: 'codesPerAccount', who: viewer.account.id },
  { limit: 'codesPerTenant', who: viewer.tenantId },
  { limit: 'codesPerAddress', who: address },
];

/** Counted apart from text messages: whoever had too many of one kind can still have the other. */
const mails: UsesOf = ({ viewer, address = null }) => [
  { limit: 'codesPerMember', who: `${viewer.id}\nemail_code` },
  { limit: 'codesPerMailbox', who: viewer.email },
  { limit: 'codesPerAddress', who: address === null ? null : `${address}\nemail_code` },
];

/** Nothing is sent; a row is written. */
const checks =
  (method: VerificationMethod): UsesOf =>
  ({ viewer }) => [{ limit: 'checksPerMember', who: `${viewer.id}\n${method}` }];

const usesOf: Readonly<Record<VerificationMethod, UsesOf>> = {
  passkey: checks('passkey'),
  password: checks('password'),
  sms_code: textMessages,
  email_code: mails,
  totp: checks('totp'),
  administrator_password: checks('administrator_password'),
  company_credential: checks('company_credential'),
  host_login: checks('host_login'),
};

/** Counts one verification that begins. Throws `rate_limited`, for this way alone. */
export async function countStart(rows: StoreRows, call: MemberCall, method: VerificationMethod): Promise<void> {
  const { service, viewer, now } = call;
  await useLimits(rows, { limits: service.limits, tenantId: viewer.tenantId, now }, usesOf[method](call));
}
