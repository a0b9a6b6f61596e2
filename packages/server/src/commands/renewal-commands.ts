import type { Action, HostEventType, RenewalCommand } from '@leavewell/contract';
import type {
  BillingCommand,
  BillingConfirmation,
  BillingProvider,
  BillingSubject,
} from '../ports/billing-provider.ts';
import { decideCancelRenewal, type RenewalQuestion } from '../rules/cancel-renewal.ts';
import { decideResumeRenewal } from '../rules/resume-renewal.ts';

/** What sets one command on a renewal apart from the other. */
interface RenewalCommandTraits {
  /** The state it reaches. */
  readonly reaches: 'on' | 'off';
  /** How its receipts begin. */
  readonly receiptPrefix: string;
  /** What the host is told. */
  readonly event: HostEventType;
  decide(question: RenewalQuestion): Action;
  tell(provider: BillingProvider, subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
}

/** The commands on a renewal. */
export const renewalCommands: Readonly<Record<RenewalCommand, RenewalCommandTraits>> = {
  cancelRenewal: {
    reaches: 'off',
    receiptPrefix: 'CR',
    event: 'renewal.canceled',
    decide: decideCancelRenewal,
    tell: (provider, subject, command) => provider.cancelRenewal(subject, command),
  },
  resumeRenewal: {
    reaches: 'on',
    receiptPrefix: 'RR',
    event: 'renewal.resumed',
    decide: decideResumeRenewal,
    tell: (provider, subject, command) => provider.resumeRenewal(subject, command),
  },
};
