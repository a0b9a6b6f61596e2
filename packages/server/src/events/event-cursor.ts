import { decodeCursor, encodeCursor } from '../membership/cursor.ts';
import type { NumberedEvent, StoreReads } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/** A place in the feed of one tenant: after this event, or before all when it names none. */
export interface FeedPlace {
  readonly sequence: number;
  readonly eventId: string | null;
}

/** Before the first event. */
export const feedStart: FeedPlace = { sequence: 0, eventId: null };

/** The place after an event. */
export function placeAfter({ sequence, id }: NumberedEvent): FeedPlace {
  return { sequence, eventId: id };
}

/** A place as a cursor. It names the event, so that a cursor of another tenant is known for what it is. */
export function encodePlace({ sequence, eventId }: FeedPlace): string {
  return encodeCursor(eventId === null ? String(sequence) : `${sequence} ${eventId}`);
}

/** The place that a cursor stands for. Throws `invalid_request` for a text that is no cursor of this tenant. */
export async function decodePlace(rows: StoreReads, tenantId: string, cursor: string): Promise<FeedPlace> {
  const [, digits, eventId] = /^(\d{1,15})(?: (\S+))?$/.exec(decodeCursor(cursor)) ?? [];
  const sequence = Number(digits);
  if (eventId === undefined && sequence === 0) return feedStart;
  if (eventId !== undefined && (await rows.getEvent(tenantId, eventId))) return { sequence, eventId };
  const message = 'Not a cursor of this feed: send "nextCursor" of the page before, or leave it out.';
  throw new ServiceError('invalid_request', { errors: [{ field: 'cursor', message }] });
}
