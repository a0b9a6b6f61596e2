import { findProfile, type OperatorWishes, type ProfileId } from '@leavewell/policies';

/** The company stands in China; what it asks there is an SMS code, or another way to verify. */
export const defaultPolicy = 'CN' satisfies ProfileId;

/** What the company wishes where the law leaves it a choice. */
export const operatorWishes: Partial<Record<ProfileId, OperatorWishes>> = {
  CN: { verification: ['passkey', 'sms_code', 'totp', 'password', 'email_code'] },
};

/** The place that an address asks for with `?policy=DE`; a real host knows where its members live. */
export function policyIn(query: URLSearchParams): ProfileId {
  return findProfile(query.get('policy') ?? '') ?? defaultPolicy;
}
