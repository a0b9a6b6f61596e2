import type { Profile } from '../profile.ts';
import { base, baseline } from './base.ts';

/** United Kingdom: the right of today; the subscription chapter waits for its day or for the operator. */
export const unitedKingdom: Profile = {
  id: 'UK',
  buildsOn: base,
  askings: [
    {
      rules: ['UK-258-remind'],
      asks: {},
      reminders: [
        { kind: 'trial_end', earliestDays: 30, latestDays: 1, plannedDays: 8, minimumTermMonths: null },
        { kind: 'renewal', earliestDays: 30, latestDays: 1, plannedDays: 8, minimumTermMonths: null },
      ],
    },
    {
      rules: ['UK-260-exit'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 2, screensBetween: 0 }, verification: [] },
    },
    { rules: ['UK-261-notice'], asks: { receiptFields: baseline.receiptFields, receiptSeconds: 86_400 } },
    { rules: ['UK-CCR-14d', 'UK-264-cool'], asks: { withdrawalDays: 14 } },
    { rules: ['UK-refund-14'], asks: { withdrawalRefundDays: 14, refundDays: 14 } },
  ],
};
