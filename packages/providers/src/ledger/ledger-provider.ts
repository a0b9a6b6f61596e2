import {
  formatInstant,
  hasPassed,
  ServiceError,
  type BillingCommand,
  type BillingConfirmation,
  type BillingProvider,
  type BillingSubject,
} from '@leavewell/server';
import { bringUpToDate, type LedgerFacts } from './bring-up-to-date.ts';
import { withdraw } from './withdraw.ts';

/**
 * Billing that the host keeps by itself: no company is asked, the facts in our own store are the only source, and
 * periods move on with the clock. Collecting the money and giving it back stays with the host, who reports failed or
 * returned payments by declaring the membership again. Commands throw a ServiceError with a refusal code where they
 * cannot be done.
 */
export function ledgerProvider(): BillingProvider {
  return {
    name: 'ledger',
    current: bringUpToDate,
    read: async (subject, now) => bringUpToDate(subject, now),
    cancelRenewal: async (subject, command) => confirm(cancelRenewal(subject, command)),
    resumeRenewal: async (subject, command) => confirm(resumeRenewal(subject, command)),
    withdraw: async (subject, command) => confirm(withdraw(subject, command)),
  };
}

export default ledgerProvider;

/** The receipt needs no reference but our own: nobody else took part. */
function confirm(facts: LedgerFacts): BillingConfirmation {
  return { facts, reference: null };
}

/** Only renewal changes; the period that is paid for stays as it is (S62, S63). */
function cancelRenewal(subject: BillingSubject, { by, at }: BillingCommand): LedgerFacts {
  const facts = bringUpToDate(subject, at);
  if (facts.kind !== 'recurring') throw new ServiceError('nothing_to_cancel');
  if (isOff(facts)) return facts;
  if (hasPassed(facts.endedAt, at)) throw new ServiceError('membership_ended');
  return { ...facts, renewal: 'off', renewalOff: { by, at: formatInstant(at) }, resumesAt: null };
}

function resumeRenewal(subject: BillingSubject, { at }: BillingCommand): LedgerFacts {
  const facts = bringUpToDate(subject, at);
  if (facts.kind !== 'recurring') throw new ServiceError('nothing_to_resume');
  if (hasPassed(facts.endedAt, at)) throw new ServiceError('membership_ended');
  if (facts.renewal === 'on') return facts;
  if (!isOff(facts)) throw new ServiceError('nothing_to_resume');
  if (hasPassed(facts.periodEndsAt, at)) throw new ServiceError('membership_ended');
  return { ...facts, renewal: 'on', renewalOff: null };
}

function isOff(facts: LedgerFacts): boolean {
  return facts.renewal === 'off' || facts.renewal === 'not_applicable';
}
