import type { RequestSupport, SupportRequest } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { newReceiptId } from '../commands/receipt-id.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall } from '../http/call.ts';
import { useLimits } from '../limits/use-limits.ts';
import { findMembership } from '../membership/find-membership.ts';
import type { SupportRequestRecord } from '../ports/filed-record.ts';
import type { MembershipRecord, StoreRows } from '../ports/store.ts';
import { chooseText } from '../rules/choose-text.ts';
import { isOpenRequest } from './is-open-request.ts';

/** More than anybody asks for one membership; only the open one of them counts. */
const mostPerMembership = 100;

/**
 * Writes down that a person is to cancel, which counts from now: for whoever may see the membership, with or without
 * the right to cancel it and whatever they can be verified by. Asking again while one is open answers the same request.
 * Throws `membership_not_found` or `rate_limited`.
 */
export async function requestPerson(call: MemberCall, wanted: RequestSupport): Promise<SupportRequest> {
  const { service, viewer } = call;
  const request = await service.store.transaction(async (rows) => {
    const membership = await findMembership(rows, viewer, wanted.membershipId);
    return (await openRequestOf(rows, membership, wanted)) ?? (await write(rows, call, wanted, membership));
  });
  service.outbox.kick();
  return request;
}

async function openRequestOf(
  rows: StoreRows,
  membership: MembershipRecord,
  { kind }: RequestSupport,
): Promise<SupportRequest | null> {
  const { tenantId, id: membershipId } = membership;
  const filed = await rows.listFiled('support_request', tenantId, { membershipId, limit: mostPerMembership });
  for (const record of filed) {
    if (record.request.kind === kind && (await isOpenRequest(rows, record, membership))) return record.request;
  }
  return null;
}

async function write(
  rows: StoreRows,
  call: MemberCall,
  { kind, message }: RequestSupport,
  membership: MembershipRecord,
): Promise<SupportRequest> {
  const { service, viewer, now, languages } = call;
  const scope = { limits: service.limits, tenantId: viewer.tenantId, now };
  await useLimits(rows, scope, [{ limit: 'supportRequestsPerMember', who: viewer.id }]);
  const at = formatInstant(now);
  const planName = chooseText(membership.plan.name, [...languages, viewer.language]);
  const { id: membershipId, timeZone } = membership;
  const request: SupportRequest = { id: newReceiptId('SR'), kind, membershipId, planName, requestedAt: at, timeZone };
  const whose = { tenantId: viewer.tenantId, memberId: viewer.id, membershipId };
  const record: SupportRequestRecord = { ...whose, id: request.id, at, request, message: message ?? null };
  await rows.insertFiled('support_request', record);
  const subjectId = request.id;
  await recordEvent(rows, service, { type: 'support.requested', record: membership, occurredAt: at, subjectId });
  return request;
}
