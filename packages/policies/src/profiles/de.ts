import type { DeclarationForm } from '../evaluated-policy.ts';
import type { Profile } from '../profile.ts';
import { baseline } from './base.ts';
import { europeanUnion } from './eu.ts';

const declaration: DeclarationForm = {
  fields: ['termination_kind', 'name', 'contract', 'end_date', 'email'],
  review: false,
};

/** Germany: fixed words, five fields, a button, and nothing else; logged in or not. */
export const germany: Profile = {
  id: 'DE',
  buildsOn: europeanUnion,
  askings: [
    { rules: ['DE-312k-1-scope'], act: 'cancelRenewal', asks: { offersFixedTermEntry: true } },
    {
      rules: ['DE-312k-2-label-open'],
      act: 'cancelRenewal',
      asks: { openLabel: { text: 'Verträge hier kündigen', language: 'de' } },
    },
    {
      rules: ['DE-312k-2-label-confirm'],
      act: 'cancelRenewal',
      asks: { confirmLabel: { text: 'jetzt kündigen', language: 'de' } },
    },
    { rules: ['DE-312k-2-direct'], act: 'cancelRenewal', asks: { budget: { activations: 2, screensBetween: 0 } } },
    { rules: ['DE-312k-2-fields'], act: 'cancelRenewal', asks: { form: declaration, publicForm: declaration } },
    {
      rules: ['DE-312k-2-closed'],
      act: 'cancelRenewal',
      asks: { isPure: true, survey: ['never', 'after'], offer: ['never', 'after'] },
    },
    { rules: ['DE-312k-2-nologin'], act: 'cancelRenewal', asks: { verification: [], companyCheck: false } },
    {
      rules: ['DE-312k-4-receipt'],
      act: 'cancelRenewal',
      asks: { receiptFields: baseline.receiptFields, receiptSeconds: 60 },
    },
    {
      rules: ['DE-356a-labels'],
      act: 'withdraw',
      asks: {
        openLabel: { text: 'Vertrag widerrufen', language: 'de' },
        confirmLabel: { text: 'Widerruf bestätigen', language: 'de' },
      },
    },
    { rules: ['DE-356a-ack'], act: 'withdraw', asks: { receiptFields: baseline.receiptFields, receiptSeconds: 60 } },
  ],
};
