import type { Membership, Receipt, RenewalOutcome } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { MemberRecord, MembershipRecord } from '../ports/store.ts';
import { newReceiptId } from './receipt-id.ts';
import { receiptMessage } from './receipt-message.ts';
import { renewalCommands } from './renewal-commands.ts';
import type { ConfirmedOrder } from './renewal-order.ts';

/**
 * Writes what the company confirmed: the membership, its receipt, the message with it and the answer, all or none.
 * Throws `version_conflict` when the membership was written meanwhile by another process.
 */
export async function completeOrder(call: MemberCall, order: ConfirmedOrder): Promise<StoredAnswer> {
  const { service, viewer, now } = call;
  const { intent, record, confirmation } = order;
  return service.store.transaction(async (rows) => {
    const receiptId = await newReceiptId(rows, record.tenantId, renewalCommands[intent.command].receiptPrefix);
    const next: MembershipRecord = { ...record, facts: confirmation.facts, version: record.version + 1, receiptId };
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
    const outcome: RenewalOutcome = { membership, receipt };
    const answer = { status: 200, body: JSON.stringify(outcome) };
    await rows.answerIntent(record.tenantId, intent.id, answer);
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
    providerReference: confirmation.reference,
  };
}
