import { operations, type HostEvent } from '@leavewell/contract';
import { decodePlace, encodePlace, feedStart, placeAfter } from '../events/event-cursor.ts';
import { presentEvent } from '../events/present-event.ts';
import { hostRoute } from '../http/route.ts';

const defaultLimit = 50;

/** What happened to the memberships of this host, in order; the last page's cursor goes on from there later. */
export const listEvents = hostRoute(operations.listEvents, async ({ service, tenantId }, { cursor, limit }) =>
  service.store.transaction(async (rows) => {
    const place = cursor === undefined ? feedStart : await decodePlace(rows, tenantId, cursor);
    const events = await rows.listEvents(tenantId, place.sequence, Number(limit ?? defaultLimit));
    const last = events.at(-1);
    const items: HostEvent[] = events.map(presentEvent);
    return { body: { items, nextCursor: encodePlace(last ? placeAfter(last) : place) } };
  }),
);
