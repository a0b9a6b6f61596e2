import type { Asked } from '../asking.ts';
import type { Profile } from '../profile.ts';

/** The three fields that name a contract and say where the receipt goes. */
const shortForm = { fields: ['name', 'contract', 'email'], review: false } as const;

/** What counts where no place says otherwise. */
export const baseline: Asked = {
  openLabel: null,
  confirmLabel: null,
  budget: { activations: 2, screensBetween: 0 },
  form: null,
  publicForm: shortForm,
  isPure: false,
  verification: [],
  companyCheck: true,
  survey: ['never', 'after'],
  offer: ['never', 'after'],
  cancelLabel: null,
  quietDays: 7,
  receiptFields: [
    'reference',
    'contract',
    'requested_at',
    'access_until',
    'no_further_charge',
    'refund',
    'verified_by',
    'resume',
    'contact',
  ],
  receiptSeconds: 86_400,
  withdrawalDays: null,
  withdrawalRefundDays: 14,
  refundDays: null,
  offersFixedTermEntry: false,
};

/** Which of our own defaults each of them is. */
export const baselineRules: Readonly<Record<keyof Asked, readonly string[]>> = {
  openLabel: ['BASE-label'],
  confirmLabel: ['BASE-label'],
  budget: ['BASE-acts'],
  form: ['BASE-acts'],
  publicForm: ['BASE-acts'],
  isPure: ['BASE-acts'],
  verification: ['BASE-verify'],
  companyCheck: ['BASE-verify'],
  survey: ['BASE-survey'],
  offer: ['BASE-save'],
  cancelLabel: ['BASE-save'],
  quietDays: ['BASE-save'],
  receiptFields: ['BASE-receipt'],
  receiptSeconds: ['BASE-receipt'],
  withdrawalDays: ['BASE-withdraw'],
  withdrawalRefundDays: ['BASE-refund'],
  refundDays: ['BASE-refund'],
  offersFixedTermEntry: ['BASE-acts'],
};

/** The strict default: short, without a second check, and silent until it is done. The card schemes bind everywhere. */
export const base: Profile = {
  id: 'BASE',
  buildsOn: null,
  askings: [
    { rules: ['BASE-acts'], act: 'withdraw', asks: { isPure: true } },
    { rules: ['BASE-verify'], act: 'withdraw', asks: { companyCheck: false } },
    { rules: ['VISA-online', 'MC-online'], asks: { publicForm: shortForm } },
    {
      rules: ['BASE-remind'],
      asks: {},
      reminders: [
        { kind: 'renewal', earliestDays: 35, latestDays: 25, plannedDays: 30, minimumTermMonths: null },
        { kind: 'renewal', earliestDays: 10, latestDays: 7, plannedDays: 8, minimumTermMonths: null },
      ],
    },
    {
      rules: ['MC-long'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 30, latestDays: 7, plannedDays: 8, minimumTermMonths: 6 }],
    },
    {
      // The next window meets this one on a single day, so a trial is announced twice.
      rules: ['VISA-7d'],
      asks: {},
      reminders: [{ kind: 'trial_end', earliestDays: 30, latestDays: 7, plannedDays: 8, minimumTermMonths: null }],
    },
    {
      rules: ['MC-trial'],
      asks: {},
      reminders: [{ kind: 'trial_end', earliestDays: 7, latestDays: 3, plannedDays: 6, minimumTermMonths: null }],
    },
  ],
  suggestedLabels: {
    cancelRenewal: {
      en: {
        open: ['Cancel subscription', 'Cancel renewal', 'Cancel auto-renewal'],
        confirm: ['Cancel now', 'Cancel renewal', 'Confirm cancellation'],
      },
      'zh-CN': { open: ['取消自动续费', '取消订阅', '取消续费'], confirm: ['确认取消', '确认取消续费'] },
    },
    withdraw: {
      en: { open: ['Withdraw from contract here'], confirm: ['Confirm withdrawal'] },
      'zh-CN': { open: ['在此撤回合同'], confirm: ['确认撤回'] },
    },
  },
};
