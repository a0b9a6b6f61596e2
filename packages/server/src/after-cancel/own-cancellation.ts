import type { BillingFacts, Receipt } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { findMembership } from '../membership/find-membership.ts';
import type { MembershipRecord, StoreReads } from '../ports/store.ts';

/** A cancellation that took effect and stands, of the member who asks. */
export interface OwnCancellation {
  readonly record: MembershipRecord;
  readonly facts: BillingFacts;
  readonly receipt: Receipt;
}

/**
 * The cancellation by which the caller switched renewal of their own membership off; null when it renews, when somebody
 * else did it, or when there is no receipt of it. Throws `membership_not_found`.
 */
export async function findOwnCancellation(reads: StoreReads, call: MemberCall): Promise<OwnCancellation | null> {
  const { service, viewer, now, id } = call;
  const record = await findMembership(reads, viewer, id);
  const facts = currentFacts(service, record, now);
  const isOwn = facts.renewal === 'off' && facts.renewalOff?.by === 'member' && record.holder.id === viewer.id;
  if (!isOwn || record.receiptId === null) return null;
  const found = await reads.getReceipt(record.tenantId, record.receiptId);
  return found?.receipt.command === 'cancelRenewal' ? { record, facts, receipt: found.receipt } : null;
}
