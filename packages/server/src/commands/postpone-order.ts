import type { RenewalOutcome } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { MembershipRecord, StoreRows } from '../ports/store.ts';
import { holdIntent } from './hold-intent.ts';
import type { AcceptedOrder } from './renewal-order.ts';
import { settleLater } from './settle-row.ts';

/** How soon the company is asked again. */
const secondsUntilAsked = 5;

/**
 * Writes that the company has heard of the order and not confirmed it, and tells so (XO6). The member is not left with
 * it: the intent is looked at again until the outcome is known.
 */
export async function postponeOrder(call: MemberCall, { intent, record }: AcceptedOrder): Promise<StoredAnswer> {
  const { service, now } = call;
  const membership = await service.store.transaction(async (rows) => {
    await holdIntent(rows, intent);
    const next = await markPending(rows, record, { command: intent.command, since: intent.startedAt });
    if (next !== record) {
      await recordEvent(rows, service, { type: 'renewal.pending', record: next, occurredAt: formatInstant(now) });
    }
    await rows.leaseIntent(intent.tenantId, intent.id, formatInstant(now));
    await settleLater(rows, intent, formatInstant(new Date(now.getTime() + secondsUntilAsked * 1000)));
    return presentMembership(call, next);
  });
  const outcome: RenewalOutcome = { membership, receipt: null };
  return { status: 202, json: JSON.stringify(outcome), headers: { 'retry-after': String(secondsUntilAsked) } };
}

async function markPending(
  rows: StoreRows,
  record: MembershipRecord,
  pendingCommand: NonNullable<MembershipRecord['pendingCommand']>,
): Promise<MembershipRecord> {
  const { command, since } = record.pendingCommand ?? {};
  if (command === pendingCommand.command && since === pendingCommand.since) return record;
  const next = { ...record, pendingCommand, version: record.version + 1 };
  await rows.putMembership(next);
  return next;
}
