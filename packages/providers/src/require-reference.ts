import { ServiceError, type BillingSubject } from '@leavewell/server';

/** The company's identifier. Throws `subscription_missing` for none, and for one that no company gives. */
export function requireReference({ reference }: BillingSubject): string {
  if (reference !== null && /^[A-Za-z0-9_-]{1,255}$/.test(reference)) return reference;
  const detail = 'The membership names no subscription of the company: declare it again with "providerReference"';
  throw new ServiceError('subscription_missing', {
    detail,
    errors: [{ field: 'providerReference', message: 'should be the identifier of a subscription' }],
  });
}
