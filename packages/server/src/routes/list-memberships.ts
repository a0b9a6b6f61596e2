import { operations, type ListMemberships, type Membership } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { memberRoute } from '../http/route.ts';
import { decodeCursor, encodeCursor } from '../membership/cursor.ts';
import { presentMembership } from '../membership/present-membership.ts';
import { visibleMemberships } from '../rules/may-see.ts';

const defaultLimit = 50;
const scanSize = 100;

/** Whether a text a person typed is part of the plan name, the holder or the order number. */
function matches({ plan, holder, orderNumber, state }: Membership, wanted: ListMemberships): boolean {
  if (wanted.state !== undefined && wanted.state !== state) return false;
  const words = (wanted.query ?? '').normalize('NFKC').toLowerCase().trim();
  return [plan.name, holder.name, orderNumber ?? ''].some((text) =>
    text.normalize('NFKC').toLowerCase().includes(words),
  );
}

/** Reads on from `afterId` until enough match or nothing is left. The state is derived: no store can filter by it. */
async function scan(call: MemberCall, wanted: ListMemberships, afterId: string | null, enough: number) {
  const found: Membership[] = [];
  for (let last = afterId; ;) {
    const filter = { ...visibleMemberships(call.viewer), afterId: last, limit: scanSize };
    const rows = await call.service.store.read((store) => store.listMemberships(call.viewer.tenantId, filter));
    found.push(...rows.map((row) => presentMembership(call, row)).filter((item) => matches(item, wanted)));
    if (found.length >= enough || rows.length < scanSize) return found;
    last = rows.at(-1)?.id ?? null;
  }
}

/** The memberships this member may see, a page at a time, in order of id. */
export const listMemberships = memberRoute(operations.listMemberships, async (call, wanted) => {
  const limit = Number(wanted.limit ?? defaultLimit);
  const afterId = wanted.cursor === undefined ? null : decodeCursor(wanted.cursor);
  const found = await scan(call, wanted, afterId, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { body: { items, nextCursor: found.length > limit && last ? encodeCursor(last.id) : null } };
});
