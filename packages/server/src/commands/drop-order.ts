import { formatInstant } from '../calendar/instant.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall } from '../http/call.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { holdIntent } from './hold-intent.ts';
import type { AcceptedOrder } from './renewal-order.ts';
import { settleNever } from './settle-row.ts';

/** Forgets an order that the company refused, so that it can be tried afresh. */
export async function dropOrder({ service, now }: MemberCall, { intent, record }: AcceptedOrder): Promise<void> {
  await service.store.transaction(async (rows) => {
    await holdIntent(rows, intent);
    await rows.deleteIntent(intent.tenantId, intent.id);
    await settleNever(rows, intent, formatInstant(now));
    const { pendingCommand } = record;
    if (pendingCommand === null) return;
    const next: MembershipRecord = { ...record, pendingCommand: null, version: record.version + 1 };
    await rows.putMembership(next);
    await recordEvent(rows, service, { type: 'membership.updated', record: next, occurredAt: formatInstant(now) });
  });
}
