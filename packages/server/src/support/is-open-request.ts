import type { MembershipRecord, StoreReads } from '../ports/store.ts';
import type { SupportRequestRecord } from '../ports/filed-record.ts';

/** Whether what was asked of a person is still to be done: nothing came of a later command, by whomever. */
export async function isOpenRequest(
  reads: StoreReads,
  { at }: SupportRequestRecord,
  { tenantId, receiptId, facts }: MembershipRecord,
): Promise<boolean> {
  const isLater = (instant = ''): boolean => Date.parse(instant) >= Date.parse(at);
  if (facts.renewal === 'off' && isLater(facts.renewalOff?.at)) return false;
  const newest = receiptId === null ? undefined : await reads.getReceipt(tenantId, receiptId);
  return !isLater(newest?.receipt.requestedAt);
}
