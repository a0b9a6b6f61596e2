import type { AskedReminder } from '../asking.ts';
import type { Profile } from '../profile.ts';
import { base } from './base.ts';
import { operatorWays } from './operator-ways.ts';

const fiveDays: Omit<AskedReminder, 'kind'> = {
  earliestDays: 30,
  latestDays: 5,
  plannedDays: 6,
  minimumTermMonths: null,
};

/**
 * China: an operator may ask for one verification; five days before a renewal, and before each deduction, a notice.
 * No law fixes the words of the controls: 取消自动续费 and 确认取消 are suggested, as in every place.
 */
export const china: Profile = {
  id: 'CN',
  buildsOn: base,
  askings: [
    {
      rules: ['CN-18-cancel'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 3, screensBetween: 1 }, verification: operatorWays },
    },
    {
      rules: ['CN-18-notice', 'CN-10-notice', 'CN-MIIT-5d'],
      asks: {},
      reminders: [
        { ...fiveDays, kind: 'renewal' },
        { ...fiveDays, kind: 'trial_end' },
      ],
    },
    {
      rules: ['CN-price-each'],
      asks: {},
      reminders: [{ kind: 'each_charge', earliestDays: 5, latestDays: 1, plannedDays: 2, minimumTermMonths: null }],
    },
  ],
};
