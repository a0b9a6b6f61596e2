import { operations, type Receipt } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { cursorError, decodeCursor, encodeCursor } from '../membership/cursor.ts';
import type { ReceiptPlace } from '../ports/store.ts';
import { visibleMemberships } from '../rules/may-see.ts';

const defaultLimit = 50;

function cursorAfter({ requestedAt, id }: Receipt): string {
  return encodeCursor(`${Date.parse(requestedAt)} ${id}`);
}

function placeOf(cursor: string): ReceiptPlace {
  const [, requestedAt, id] = /^(\d{1,15}) (.+)$/.exec(decodeCursor(cursor)) ?? [];
  if (requestedAt === undefined || id === undefined) throw cursorError();
  return { requestedAt: Number(requestedAt), id };
}

/** The receipts of the memberships this member may see, a page at a time, the newest first. */
export const listReceipts = memberRoute(operations.listReceipts, async ({ service, viewer }, wanted) => {
  const limit = Number(wanted.limit ?? defaultLimit);
  const filter = {
    ...visibleMemberships(viewer),
    membershipId: wanted.membershipId ?? null,
    after: wanted.cursor === undefined ? null : placeOf(wanted.cursor),
    limit: limit + 1,
  };
  const found = await service.store.read((rows) => rows.listReceipts(viewer.tenantId, filter));
  const items = found.slice(0, limit).map(({ receipt }) => receipt);
  const last = items.at(-1);
  return { body: { items, nextCursor: found.length > limit && last ? cursorAfter(last) : null } };
});
