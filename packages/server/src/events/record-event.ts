import type { HostEventType } from '@leavewell/contract';
import { currentFacts } from '../membership/billing-subject.ts';
import { newTask } from '../outbox/new-task.ts';
import type { EventRecord, MembershipRecord, OutboxRecord, StoreRows } from '../ports/store.ts';
import { consistentFacts } from '../rules/consistent-facts.ts';
import { accessEndOf } from '../rules/derive-dates.ts';
import type { Service } from '../service.ts';
import { randomText } from '../session/random-text.ts';

/** Whether the newest receipt of the membership is the receipt of this event. */
const hasReceipt: Record<HostEventType, boolean> = {
  'renewal.pending': false,
  'renewal.canceled': true,
  'renewal.resumed': true,
  'membership.updated': false,
  'membership.withdrawn': true,
  'support.requested': false,
  'offer.accepted': false,
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What happened, to which membership, and when. */
export interface Happening {
  readonly type: HostEventType;
  /** The membership as it was stored by it. */
  readonly record: MembershipRecord;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** The offer or request that it is about, where it is about one. */
  readonly subjectId?: string;
}

/**
 * Writes down, in the transaction of the change itself, that it happened: an event of the feed, and one delivery per
 * webhook address of the tenant.
 */
export async function recordEvent(rows: StoreRows, service: Service, happening: Happening): Promise<EventRecord> {
  const event = eventOf(service, happening);
  await addEvent(rows, service, event);
  return event;
}

/** Writes an event and its deliveries, all or none with the rest of the transaction. */
export async function addEvent(
  rows: StoreRows,
  { webhooks }: Pick<Service, 'webhooks'>,
  event: EventRecord,
): Promise<void> {
  await rows.addEvent(event);
  for (const { tenantId, url } of webhooks) {
    if (tenantId === event.tenantId) await rows.addToOutbox(deliveryOf(event, url));
  }
}

function eventOf(service: Service, { type, record, occurredAt, subjectId }: Happening): EventRecord {
  const facts = consistentFacts(currentFacts(service, record, new Date(occurredAt)));
  return {
    tenantId: record.tenantId,
    id: `evt_${randomText(alphabet, 24)}`,
    type,
    occurredAt,
    data: {
      membershipId: record.id,
      version: record.version,
      holderId: record.holder.id,
      accountId: record.account.id,
      accessEndsAt: accessEndOf(facts),
      receiptId: hasReceipt[type] ? record.receiptId : null,
      ...(subjectId !== undefined && { subjectId }),
    },
  };
}

function deliveryOf({ tenantId, id: eventId, occurredAt }: EventRecord, url: string): OutboxRecord {
  return newTask({
    tenantId,
    id: `notify-${crypto.randomUUID()}`,
    task: { kind: 'notify', eventId, url },
    createdAt: occurredAt,
    dueAt: occurredAt,
  });
}
