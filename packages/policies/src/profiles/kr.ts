import type { Profile } from '../profile.ts';
import { base } from './base.ts';

/** Korea: one screen may ask to think again, with buttons that are alike, and then never for a week. */
export const korea: Profile = {
  id: 'KR',
  buildsOn: base,
  askings: [
    {
      rules: ['KR-212-4-steps'],
      act: 'cancelRenewal',
      asks: { budget: { activations: 3, screensBetween: 1 }, offer: ['never', 'after', 'with_confirm'] },
    },
    { rules: ['KR-212-4-same'], act: 'cancelRenewal', asks: { verification: [], companyCheck: false } },
    { rules: ['KR-212-5-nag'], asks: { quietDays: 7 } },
    { rules: ['KR-17-7d'], asks: { withdrawalDays: 7 } },
  ],
  suggestedLabels: {
    cancelRenewal: { ko: { open: ['해지하기'], confirm: ['해지 확정'] } },
    withdraw: { ko: { open: ['청약철회'], confirm: ['청약철회 확정'] } },
  },
};
