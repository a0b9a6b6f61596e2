import type { Membership, Receipt, RenewalOutcome } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { MemberRecord, MembershipRecord } from '../ports/store.ts';
import { holdIntent } from './hold-intent.ts';
import { newReceiptId } from './receipt-id.ts';
import { receiptMessage } from './receipt-message.ts';
import { renewalCommands } from './renewal-commands.ts';
import type { ConfirmedOrder } from './renewal-order.ts';
import { settleNever } from './settle-row.ts';

/**
 * Writes what the company confirmed: the membership, its receipt, the event, the messages and the answer, all or none.
 * Throws `version_conflict` when the membership was written meanwhile, or the lease was lost.
 */
export async function completeOrder(call: MemberCall, order: ConfirmedOrder): Promise<StoredAnswer> {
  const { service, viewer, now } = call;
  const { intent, record, confirmation } = order;
  return service.store.transaction(async (rows) => {
    await holdIntent(rows, intent);
    const { receiptPrefix, event } = renewalCommands[intent.command];
    const receiptId = await newReceiptId(rows, record.tenantId, receiptPrefix);
    const next: MembershipRecord = {
      ...record,
      facts: confirmation.facts,
      version: record.version + 1,
      receiptId,
      pendingCommand: null,
    };
    const membership = presentMembership(call, next);
    const receipt = receiptOf(order, membership, receiptId, viewer);
    await rows.putMembership(next);
    await rows.insertReceipt({
      tenantId: record.tenantId,
      memberId: record.holder.id,
      accountId: record.account.id,
      receipt,
    });
    const message = receiptMessage(viewer, receipt, formatInstant(now));
    if (message) await rows.addToOutbox(message);
    await recordEvent(rows, service, { type: event, record: next, occurredAt: formatInstant(now) });
    const outcome: RenewalOutcome = { membership, receipt };
    const answer = { status: 200, body: JSON.stringify(outcome) };
    await rows.answerIntent(record.tenantId, intent.id, answer);
    await settleNever(rows, intent, formatInstant(now));
    return { status: answer.status, json: answer.body };
  });
}

/** The receipt takes every date from the described membership, so that no surface prints another day. */
function receiptOf(
  { intent, record, confirmation }: ConfirmedOrder,
  membership: Membership,
  id: string,
  viewer: MemberRecord,
): Receipt {
  return {
    id,
    command: intent.command,
    membershipId: record.id,
    orderNumber: record.orderNumber,
    planName: membership.plan.name,
    accountName: record.account.name,
    requestedBy: viewer.name,
    requestedAt: intent.startedAt,
    timeZone: record.timeZone,
    accessEndsAt: membership.accessEndsAt,
    lastDay: membership.lastDay,
    nextChargeAt: membership.nextChargeAt,
    paymentOwed: membership.payment === 'past_due' || membership.payment === 'unpaid',
    price: membership.price,
    verifiedBy: intent.verifiedBy,
    intentId: intent.id,
    providerReference: confirmation.reference,
  };
}
