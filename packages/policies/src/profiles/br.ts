import type { Profile } from '../profile.ts';
import { base } from './base.ts';

/**
 * Brazil: seven days to think better of it, with all money back at once. The receipt within a minute is ours: the rule
 * that says "at once" is unverified in part, so it drives nothing.
 */
export const brazil: Profile = {
  id: 'BR',
  buildsOn: base,
  askings: [
    { rules: ['BR-CDC-49'], asks: { withdrawalDays: 7, withdrawalRefundDays: 0 } },
    { rules: ['BR-CDC-49'], act: 'withdraw', asks: { refundDays: 0 } },
    { rules: ['BASE-receipt'], asks: { receiptSeconds: 60 } },
  ],
  suggestedLabels: {
    cancelRenewal: { 'pt-BR': { open: ['Cancelar assinatura'], confirm: ['Confirmar cancelamento'] } },
    withdraw: { 'pt-BR': { open: ['Desistir da compra'], confirm: ['Confirmar desistência'] } },
  },
};
