import type { EventRecord, NumberedEvent, StoreRows } from '../../ports/store.ts';
import { takenError } from '../store-errors.ts';
import { createMemoryTable, type UndoLog } from './memory-table.ts';

/** An event, which has no place in the feed before it was first listed. */
interface StoredEvent {
  readonly event: EventRecord;
  readonly sequence: number | null;
}

/** By when it happened, and where that is the same by the membership's version. */
function asHappened({ event: a }: StoredEvent, { event: b }: StoredEvent): number {
  const byTime = Date.parse(a.occurredAt) - Date.parse(b.occurredAt);
  return byTime || a.data.version - b.data.version || (a.id < b.id ? -1 : 1);
}

/** Events in memory. */
export function memoryEvents(undo: UndoLog): Pick<StoreRows, 'getEvent' | 'addEvent' | 'listEvents'> {
  const events = createMemoryTable<StoredEvent>(undo, ({ event }) => [event.tenantId, event.id]);
  const all = Number.POSITIVE_INFINITY;
  const bySequence = (a: StoredEvent, b: StoredEvent): number => (a.sequence ?? all) - (b.sequence ?? all);

  function numberNext(tenantId: string, count: number): void {
    const ofTenant = ({ event }: StoredEvent): boolean => event.tenantId === tenantId;
    const last = events.select((row) => ofTenant(row) && row.sequence !== null, (a, b) => bySequence(b, a), 1).at(0);
    const unseen = events.select((row) => ofTenant(row) && row.sequence === null, asHappened, count);
    unseen.forEach(({ event }, index) => events.set({ event, sequence: (last?.sequence ?? 0) + index + 1 }));
  }

  function page(tenantId: string, after: number, limit: number): NumberedEvent[] {
    return events
      .select(({ event, sequence }) => event.tenantId === tenantId && (sequence ?? 0) > after, bySequence, limit)
      .flatMap(({ event, sequence }) => (sequence === null ? [] : [{ ...event, sequence }]));
  }

  return {
    getEvent: async (tenantId, id) => events.get(tenantId, id)?.event,
    addEvent: async (event) => {
      if (events.has(event.tenantId, event.id)) throw takenError('event', event.id);
      events.set({ event, sequence: null });
    },
    listEvents: async (tenantId, after, limit) => {
      const missing = limit - page(tenantId, after, limit).length;
      if (missing > 0) numberNext(tenantId, missing);
      return page(tenantId, after, limit);
    },
  };
}
