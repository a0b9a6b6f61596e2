import type { ExpiryFacts } from './membership-facts.ts';

/** Whether a payment failed; when it is tried again is not known. */
export function owesPayment({ payment }: Pick<ExpiryFacts, 'payment'>): boolean {
  return payment === 'past_due' || payment === 'unpaid';
}
