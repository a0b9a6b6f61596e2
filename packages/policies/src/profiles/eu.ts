import type { Profile } from '../profile.ts';
import { base, baseline } from './base.ts';

/** European Union, for a member state without a profile of its own: two rights, each with a control of its own. */
export const europeanUnion: Profile = {
  id: 'EU',
  buildsOn: base,
  askings: [
    {
      rules: ['EU-DSA-67'],
      asks: {
        budget: { activations: 3, screensBetween: 0 },
        verification: [],
        companyCheck: false,
        quietDays: 7,
      },
    },
    {
      rules: ['EU-11a-1-label'],
      act: 'withdraw',
      asks: { openLabel: { text: 'withdraw from contract here', language: 'en' } },
    },
    {
      rules: ['EU-11a-3-confirm'],
      act: 'withdraw',
      asks: { confirmLabel: { text: 'confirm withdrawal', language: 'en' } },
    },
    {
      rules: ['EU-11a-2-fields'],
      act: 'withdraw',
      asks: { publicForm: { fields: ['name', 'contract', 'email'], review: false }, isPure: true },
    },
    { rules: ['EU-11a-2-noreident'], act: 'withdraw', asks: { form: null, verification: [] } },
    { rules: ['EU-11a-4-ack'], asks: { receiptFields: baseline.receiptFields, receiptSeconds: 60 } },
    { rules: ['EU-9-14d'], asks: { withdrawalDays: 14 } },
    { rules: ['EU-13-refund'], asks: { withdrawalRefundDays: 14, refundDays: 14 } },
  ],
};
