import type { EventRecord, Store } from '../../ports/store.ts';
import { expectRefusal, expectSame } from './expectations.ts';
import { anEvent } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

async function add(store: Store, ...events: EventRecord[]): Promise<void> {
  await store.transaction(async (rows) => {
    for (const event of events) await rows.addEvent(event);
  });
}

/** The feed as pairs of place and id. */
async function feed(store: Store, after = 0, limit = 50, tenantId = 'tenant-a'): Promise<[number, string][]> {
  const events = await store.transaction((rows) => rows.listEvents(tenantId, after, limit));
  return events.map(({ sequence, id }) => [sequence, id]);
}

const at = (id: string, time: string): EventRecord => anEvent({ id, occurredAt: `2026-11-02T${time}Z` });

/** What a store promises about events and their feed. */
export const eventSentences: readonly StoreSentence[] = [
  {
    sentence: 'an event is answered as it was written, by its id and in the feed',
    holds: async (store) => {
      await add(store, anEvent());
      expectSame(await store.read((rows) => rows.getEvent('tenant-a', 'event-1')), anEvent());
      const listed = await store.transaction((rows) => rows.listEvents('tenant-a', 0, 10));
      expectSame(listed, [{ ...anEvent(), sequence: 1 }]);
      expectSame(await store.read((rows) => rows.getEvent('tenant-a', 'event-1')), anEvent());
      expectSame(await store.read((rows) => rows.getEvent('tenant-a', 'none')), undefined);
    },
  },
  {
    sentence: 'an event is written once',
    holds: async (store) => {
      await add(store, anEvent());
      await expectRefusal('version_conflict', add(store, anEvent({ type: 'renewal.resumed' })));
      expectSame(await store.read((rows) => rows.getEvent('tenant-a', 'event-1')), anEvent());
    },
  },
  {
    sentence: 'events of two tenants stay apart, also under one id, and each tenant counts from 1 (AC2)',
    holds: async (store) => {
      const abroad = anEvent({ tenantId: 'tenant-b', type: 'renewal.resumed' });
      await add(store, anEvent(), abroad, anEvent({ tenantId: 'tenant-b', id: 'event-2' }));
      expectSame(await store.read((rows) => rows.getEvent('tenant-b', 'event-1')), abroad);
      expectSame(await store.read((rows) => rows.getEvent('tenant-c', 'event-1')), undefined);
      expectSame(await feed(store), [[1, 'event-1']]);
      expectSame(await feed(store, 0, 50, 'tenant-b'), [[1, 'event-1'], [2, 'event-2']]);
      expectSame(await feed(store, 0, 50, 'tenant-c'), []);
    },
  },
  {
    sentence: 'events are first listed as they happened, and at one instant in order of version',
    holds: async (store) => {
      await add(
        store,
        at('d', '08:00:01'),
        at('b', '08:00:00.5'),
        at('c', '08:00:00'),
        anEvent({ id: 'e', occurredAt: '2026-11-02T08:00:01Z', data: { ...anEvent().data, version: 1 } }),
      );
      expectSame(await feed(store), [[1, 'c'], [2, 'b'], [3, 'e'], [4, 'd']]);
    },
  },
  {
    sentence: 'an event keeps its place, and one that is written later comes after it whenever it happened',
    holds: async (store) => {
      await add(store, at('b', '08:00:00'));
      expectSame(await feed(store), [[1, 'b']]);
      await add(store, at('a', '07:00:00'), at('c', '09:00:00'));
      expectSame(await feed(store, 1), [[2, 'a'], [3, 'c']]);
      expectSame(await feed(store), [[1, 'b'], [2, 'a'], [3, 'c']]);
    },
  },
  {
    sentence: 'page after page lists every event once, and the end is empty until more happens',
    holds: async (store) => {
      const ids = Array.from({ length: 25 }, (_, index) => `event-${String(index).padStart(2, '0')}`);
      await add(store, ...ids.map((id) => anEvent({ id })).toReversed());
      const pages = [await feed(store, 0, 10), await feed(store, 10, 10), await feed(store, 20, 10)];
      expectSame(pages.flat(), ids.map((id, index) => [index + 1, id]));
      expectSame(await feed(store, 25, 10), []);
      await add(store, anEvent({ id: 'next' }));
      expectSame(await feed(store, 25, 10), [[26, 'next']]);
      expectSame(await feed(store, 9, 2), [[10, 'event-09'], [11, 'event-10']]);
    },
  },
  {
    sentence: 'who asks after a place that is far ahead gets nothing and takes nothing from others',
    holds: async (store) => {
      await add(store, anEvent());
      expectSame(await feed(store, 1000), []);
      expectSame(await feed(store), [[1, 'event-1']]);
    },
  },
  {
    sentence: 'a reader who follows the feed while 20 works write at once gets every event once (WH2)',
    holds: async (store) => {
      const ids = Array.from({ length: 20 }, (_, index) => `event-${index}`);
      const writing = Promise.all(ids.map((id) => add(store, anEvent({ id }))));
      const read: [number, string][] = [];
      const follow = async (): Promise<void> => {
        for (let turn = 0; turn < 10; turn++) read.push(...(await feed(store, read.at(-1)?.[0] ?? 0, 3)));
      };
      await follow();
      await writing;
      await follow();
      expectSame(read.map(([sequence]) => sequence), ids.map((_, index) => index + 1));
      expectSame(read.map(([, id]) => id).toSorted(), ids.toSorted());
    },
  },
  {
    sentence: 'of 20 who first list one feed at once all see the same places',
    holds: async (store) => {
      await add(store, anEvent({ id: 'a' }), anEvent({ id: 'b' }));
      const feeds = await Promise.all(Array.from({ length: 20 }, () => feed(store)));
      for (const seen of feeds) expectSame(seen, [[1, 'a'], [2, 'b']]);
    },
  },
];
