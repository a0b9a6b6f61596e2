import { formatInstant, hasPassed, periodEnds, type BillingSubject } from '@leavewell/server';

/** The facts of a membership, as the server's port names them. */
export type LedgerFacts = BillingSubject['facts'];

/** Whether the ledger charges by itself when a period ends. After a failed payment it waits for the host's word. */
const renewsByItself: Record<LedgerFacts['payment'], boolean> = {
  ok: true,
  trial: true,
  past_due: false,
  unpaid: false,
  refunded: false,
  disputed: false,
};

/** The facts as the clock has moved them on: pauses that are over, then every renewal that fell due. */
export function bringUpToDate({ facts, timeZone }: BillingSubject, now: Date): LedgerFacts {
  if (facts.kind !== 'recurring' || facts.endedAt !== null) return facts;
  return renew(endPause(facts, timeZone, now), timeZone, now);
}

/** A pause that ends after the paid time was used up begins a new period; one that ends before it changes no date. */
function endPause(facts: LedgerFacts, timeZone: string, now: Date): LedgerFacts {
  const { resumesAt, periodEndsAt } = facts;
  if (facts.renewal !== 'paused' || resumesAt === null || !hasPassed(resumesAt, now)) return facts;
  const resumed: LedgerFacts = { ...facts, renewal: 'on', resumesAt: null };
  const usedUp = hasPassed(periodEndsAt, new Date(resumesAt));
  const next = usedUp ? periodEnds({ ...facts, periodEndsAt: resumesAt }, timeZone) : null;
  if (next === null || !renewsByItself[facts.payment]) return resumed;
  return moveTo(resumed, resumesAt, next.endOf(1));
}

function renew(facts: LedgerFacts, timeZone: string, now: Date): LedgerFacts {
  const due = facts.renewal === 'on' && renewsByItself[facts.payment] && hasPassed(facts.periodEndsAt, now);
  const ends = due ? periodEnds(facts, timeZone) : null;
  const ended = ends?.endedBy(now) ?? 0;
  if (ends === null || ended === 0) return facts;
  return moveTo(facts, ends.endOf(ended - 1), ends.endOf(ended));
}

/** A new period, paid for. The deadline for cancelling keeps its distance from the charge. */
function moveTo(facts: LedgerFacts, periodStartsAt: string, periodEndsAt: string): LedgerFacts {
  return { ...facts, payment: 'ok', periodStartsAt, periodEndsAt, cancelBy: cancelByIn(facts, periodEndsAt) };
}

function cancelByIn({ cancelBy, periodEndsAt }: LedgerFacts, nextEndsAt: string): string | null {
  if (cancelBy === null || periodEndsAt === null) return null;
  const ahead = Date.parse(periodEndsAt) - Date.parse(cancelBy);
  return formatInstant(new Date(Date.parse(nextEndsAt) - ahead));
}
