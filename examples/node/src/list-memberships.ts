import type { Membership, MemberClient } from '@leavewell/sdk';

/** Until when a member has one thing, as the server computed it: a partner prints the day, it never works one out. */
export function untilWhen({ lastDay, timeZone, renewal, plan, state }: Membership): string {
  const until = lastDay === null ? 'has no end' : `until the end of ${lastDay} (${timeZone})`;
  const renews = renewal === 'on' ? ', renews by itself' : '';
  return `${plan.name}: ${until}${renews} [${state}]`;
}

/** Every membership that the member may see, page by page. */
export async function listAllMemberships(client: MemberClient): Promise<Membership[]> {
  const memberships: Membership[] = [];
  let cursor: string | null = null;
  do {
    const page = await client.listMemberships(cursor === null ? {} : { cursor });
    memberships.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return memberships;
}
