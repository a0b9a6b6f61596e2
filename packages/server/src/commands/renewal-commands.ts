import type { Action, BillingFacts, HostEventType, MembershipCommand } from '@leavewell/contract';
import type {
  BillingCommand,
  BillingConfirmation,
  BillingProvider,
  BillingSubject,
} from '../ports/billing-provider.ts';
import { decideCancelRenewal, type RenewalQuestion } from '../rules/cancel-renewal.ts';
import { decideResumeRenewal } from '../rules/resume-renewal.ts';
import { decideWithdraw } from '../rules/withdraw.ts';

/** What sets one command on a membership apart from the others. */
interface RenewalCommandTraits {
  /** Whether these facts are the state it reaches. */
  isReached(facts: BillingFacts): boolean;
  /** Whether money goes back by it, which its receipt then says. */
  readonly givesBack: boolean;
  /** How its receipts begin. */
  readonly receiptPrefix: string;
  /** What the host is told. */
  readonly event: HostEventType;
  decide(question: RenewalQuestion): Action;
  tell(provider: BillingProvider, subject: BillingSubject, command: BillingCommand): Promise<BillingConfirmation>;
}

/** The commands on a membership. */
export const renewalCommands: Readonly<Record<MembershipCommand, RenewalCommandTraits>> = {
  cancelRenewal: {
    // What ends by itself has nothing to switch off: the company is not told, and the receipt says until when.
    isReached: ({ kind, renewal }) => kind !== 'recurring' || renewal === 'off',
    givesBack: false,
    receiptPrefix: 'CR',
    event: 'renewal.canceled',
    decide: decideCancelRenewal,
    tell: (provider, subject, command) => provider.cancelRenewal(subject, command),
  },
  resumeRenewal: {
    isReached: ({ renewal }) => renewal === 'on',
    givesBack: false,
    receiptPrefix: 'RR',
    event: 'renewal.resumed',
    decide: decideResumeRenewal,
    tell: (provider, subject, command) => provider.resumeRenewal(subject, command),
  },
  withdraw: {
    // One that was free is over without money back: the provider, told again, finds that and changes nothing.
    isReached: ({ endedAt, payment }) => endedAt !== null && payment === 'refunded',
    givesBack: true,
    receiptPrefix: 'WR',
    event: 'membership.withdrawn',
    decide: decideWithdraw,
    tell: (provider, subject, command) => provider.withdraw(subject, command),
  },
};
