import type { Membership, Receipt, RenewalOutcome } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { localTime } from '../calendar/local-time.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { newReceiptId } from './receipt-id.ts';
import { receiptMessage } from './receipt-message.ts';
import { renewalCommands } from './renewal-commands.ts';
import type { ReachedState } from './reach-state.ts';
import type { AcceptedOrder } from './renewal-order.ts';
import { settleNever } from './settle-row.ts';

/** An accepted order and what the company confirmed. */
export interface ConfirmedOrder extends AcceptedOrder {
  readonly confirmation: ReachedState;
}

/**
 * Writes what the company confirmed: the membership, its receipt, the event, the messages and the answer, all or none.
 * Throws `version_conflict` when the membership was written meanwhile, the lease was lost, or the receipt's id is taken.
 */
export async function completeOrder(call: MemberCall, order: ConfirmedOrder): Promise<StoredAnswer> {
  const { service, viewer, now } = call;
  const { intent, record, confirmation } = order;
  return service.store.transaction(async (rows) => {
    const { receiptPrefix, event } = renewalCommands[intent.command];
    const receiptId = newReceiptId(receiptPrefix);
    const next: MembershipRecord = {
      ...record,
      facts: confirmation.facts,
      version: record.version + 1,
      receiptId,
      pendingCommand: null,
    };
    const membership = presentMembership(call, next);
    const receipt = receiptOf(call, order, membership, receiptId);
    const outcome: RenewalOutcome = { membership, receipt };
    const answer = { status: 200, body: JSON.stringify(outcome) };
    const { tenantId, holder, account } = record;
    const at = formatInstant(now);
    const message = receiptMessage(viewer, receipt, at);
    // Sent together: none needs what another answers, and everything waits for the one commit.
    await Promise.all([
      rows.putMembership(next),
      rows.answerIntent(intent, answer),
      rows.insertReceipt({ tenantId, memberId: holder.id, accountId: account.id, receipt }),
      message && rows.addToOutbox(message),
      recordEvent(rows, service, { type: event, record: next, occurredAt: at }),
      settleNever(rows, intent, at),
    ]);
    return { status: answer.status, json: answer.body };
  });
}

/** The receipt takes every date from the described membership, so that no surface prints another day. */
function receiptOf(
  { service, viewer }: MemberCall,
  { intent, record, confirmation }: ConfirmedOrder,
  membership: Membership,
  id: string,
): Receipt {
  return {
    id,
    command: intent.command,
    kind: membership.kind,
    membershipId: record.id,
    orderNumber: record.orderNumber,
    planName: membership.plan.name,
    accountName: record.account.name,
    requestedBy: viewer.name,
    requestedAt: intent.startedAt,
    requestedAtLocal: localTime(intent.startedAt, record.timeZone),
    timeZone: record.timeZone,
    channel: intent.channel,
    accessEndsAt: membership.accessEndsAt,
    lastDay: membership.lastDay,
    nextChargeAt: membership.nextChargeAt,
    paymentOwed: membership.payment === 'past_due' || membership.payment === 'unpaid',
    // A price paid once is no charge that is spared or taken again.
    price: membership.kind === 'recurring' ? membership.price : null,
    refund: confirmation.refund,
    resumableUntil: membership.actions.resumeRenewal.allowed ? membership.accessEndsAt : null,
    contact: [...service.supportChannels],
    place: intent.place,
    declaration: intent.declaration,
    verifiedBy: intent.verifiedBy,
    intentId: intent.id,
    providerReference: confirmation.reference,
  };
}
