import { formatInstant, hasPassed, ServiceError, type BillingCommand, type BillingSubject } from '@leavewell/server';
import { bringUpToDate, type LedgerFacts } from './bring-up-to-date.ts';

/** How the money stands once the purchase is undone: what was paid goes back, what was not is not owed any more. */
const moneyAfter: Record<LedgerFacts['payment'], LedgerFacts['payment']> = {
  ok: 'refunded',
  disputed: 'refunded',
  refunded: 'refunded',
  trial: 'trial',
  past_due: 'ok',
  unpaid: 'ok',
};

/**
 * Ends it at once, whatever kind it is. Only the facts change: the host, who collected the money, gives it back by the
 * day that the receipt promises. Throws `membership_ended` for one that was ended without its money given back.
 */
export function withdraw(subject: BillingSubject, { by, at }: BillingCommand): LedgerFacts {
  const facts = bringUpToDate(subject, at);
  if (facts.endedAt !== null && hasPassed(facts.endedAt, at)) {
    if (facts.payment === 'refunded') return facts;
    throw new ServiceError('membership_ended');
  }
  const endedAt = formatInstant(at);
  const cost = facts.price?.amount ?? null;
  return {
    ...facts,
    ...(facts.kind === 'recurring' ? { renewal: 'off', renewalOff: facts.renewalOff ?? { by, at: endedAt } } : {}),
    payment: cost === 0 ? 'ok' : moneyAfter[facts.payment],
    endedAt,
    graceEndsAt: null,
    resumesAt: null,
  };
}
