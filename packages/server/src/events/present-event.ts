import type { HostEvent } from '@leavewell/contract';
import type { EventRecord } from '../ports/store.ts';

/** An event as the host reads it, in the feed and in deliveries alike, without what only the store needs. */
export function presentEvent({ id, type, occurredAt, data }: EventRecord): HostEvent {
  return { id, type, occurredAt, data };
}
