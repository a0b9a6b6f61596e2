import type { DeclarationForm } from '../evaluated-policy.ts';
import type { Profile } from '../profile.ts';
import { baseline } from './base.ts';
import { europeanUnion } from './eu.ts';

const declaration: DeclarationForm = { fields: ['name', 'email', 'contract', 'end_date'], review: true };

/** France: fixed words, four fields, one page to check them, and a notice more than a month ahead. */
export const france: Profile = {
  id: 'FR',
  buildsOn: europeanUnion,
  askings: [
    {
      rules: ['FR-D215-1-label'],
      act: 'cancelRenewal',
      asks: { openLabel: { text: 'résilier votre contrat', language: 'fr' } },
    },
    { rules: ['FR-D215-1-access'], act: 'cancelRenewal', asks: { verification: [] } },
    { rules: ['FR-scope-nonpro'], act: 'cancelRenewal', asks: { companyCheck: false } },
    {
      rules: ['FR-D215-2-fields', 'FR-D215-3-review'],
      act: 'cancelRenewal',
      asks: { form: declaration, publicForm: declaration },
    },
    {
      rules: ['FR-D215-3-review'],
      act: 'cancelRenewal',
      asks: {
        confirmLabel: { text: 'notification de la résiliation', language: 'fr' },
        budget: { activations: 3, screensBetween: 1 },
      },
    },
    { rules: ['FR-L215-1-1-ack'], act: 'cancelRenewal', asks: { receiptFields: baseline.receiptFields } },
    {
      // Three calendar months are 89 days at the least, and one is 31 at the most.
      rules: ['FR-L215-1-remind'],
      asks: {},
      reminders: [{ kind: 'renewal', earliestDays: 89, latestDays: 31, plannedDays: 35, minimumTermMonths: null }],
    },
    { rules: ['FR-L215-1-remedy'], act: 'cancelRenewal', asks: { refundDays: 30 } },
    {
      rules: ['FR-D221-5-labels'],
      act: 'withdraw',
      asks: {
        openLabel: { text: 'renoncer au contrat ici', language: 'fr' },
        confirmLabel: { text: 'confirmer la rétractation', language: 'fr' },
      },
    },
  ],
};
