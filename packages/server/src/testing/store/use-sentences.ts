import type { Count, CountedUse, Store } from '../../ports/store.ts';
import { expectRejection, expectSame } from './expectations.ts';
import { aUse } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

function use(store: Store, changes: Partial<CountedUse> = {}): Promise<Count> {
  return store.transaction((rows) => rows.countUse(aUse(changes)));
}

async function countOf(store: Store, changes: Partial<CountedUse> = {}): Promise<number> {
  return (await store.transaction((rows) => rows.readCount(aUse(changes)))).count;
}

/** What a store promises about counting, on which the limits stand. */
export const useSentences: readonly StoreSentence[] = [
  {
    sentence: 'uses are counted in a window that begins with the first and is not moved by the next (RL1)',
    holds: async (store) => {
      expectSame(await use(store), { count: 1, resetsAt: '2026-11-02T08:10:00Z' });
      expectSame(await use(store, { now: '2026-11-02T08:05:00Z' }), { count: 2, resetsAt: '2026-11-02T08:10:00Z' });
      const last = { now: '2026-11-02T08:09:59.999Z' };
      expectSame(await use(store, last), { count: 3, resetsAt: '2026-11-02T08:10:00Z' });
      expectSame(await countOf(store, last), 3);
    },
  },
  {
    sentence: 'at the end of the window counting begins again (RL1)',
    holds: async (store) => {
      for (let count = 0; count < 5; count++) await use(store);
      const after = { now: '2026-11-02T08:10:00Z' };
      expectSame(await countOf(store, after), 0);
      expectSame(await use(store, after), { count: 1, resetsAt: '2026-11-02T08:20:00Z' });
      expectSame(await use(store, after), { count: 2, resetsAt: '2026-11-02T08:20:00Z' });
    },
  },
  {
    sentence: 'a window may begin within a second',
    holds: async (store) => {
      const now = '2026-11-02T08:00:00.250Z';
      expectSame(await use(store, { now, windowSeconds: 1 }), { count: 1, resetsAt: '2026-11-02T08:00:01.250Z' });
      expectSame(await countOf(store, { now: '2026-11-02T08:00:01.249Z' }), 1);
      expectSame(await countOf(store, { now: '2026-11-02T08:00:01.250Z' }), 0);
    },
  },
  {
    sentence: 'reading the count does not count',
    holds: async (store) => {
      expectSame(await countOf(store), 0);
      expectSame(await countOf(store), 0);
      await use(store);
      expectSame(await countOf(store), 1);
      expectSame(await store.transaction((rows) => rows.readCount(aUse())), {
        count: 1,
        resetsAt: '2026-11-02T08:10:00Z',
      });
    },
  },
  {
    sentence: 'keys and tenants are counted apart, and forgotten apart (AC2)',
    holds: async (store) => {
      for (let count = 0; count < 3; count++) await use(store);
      await use(store, { key: 'codes hash-2' });
      await use(store, { tenantId: 'tenant-b' });
      await store.transaction((rows) => rows.forgetUses({ tenantId: 'tenant-b', key: 'codes hash-2' }));
      expectSame(await countOf(store), 3);
      expectSame(await countOf(store, { key: 'codes hash-2' }), 1);
      expectSame(await countOf(store, { tenantId: 'tenant-b' }), 1);
      await store.transaction((rows) => rows.forgetUses(aUse()));
      await store.transaction((rows) => rows.forgetUses(aUse()));
      expectSame(await countOf(store), 0);
      expectSame(await countOf(store, { tenantId: 'tenant-b' }), 1);
      expectSame((await use(store, { now: '2026-11-02T08:05:00Z' })).resetsAt, '2026-11-02T08:15:00Z');
    },
  },
  {
    sentence: 'a long window goes on when short ones around it are over',
    holds: async (store) => {
      await use(store, { key: 'day', windowSeconds: 86_400 });
      await use(store, { key: 'minute', windowSeconds: 60 });
      const later = { now: '2026-11-02T09:00:00Z' };
      expectSame((await use(store, { ...later, key: 'minute', windowSeconds: 60 })).count, 1);
      expectSame(await use(store, { ...later, key: 'day', windowSeconds: 86_400 }), {
        count: 2,
        resetsAt: '2026-11-03T08:00:00Z',
      });
    },
  },
  {
    sentence: '20 uses at once are 20, each with its own number (RL3)',
    holds: async (store) => {
      const counts = await Promise.all(Array.from({ length: 20 }, () => use(store)));
      const numbers = counts.map(({ count }) => count).toSorted((a, b) => a - b);
      expectSame(numbers, Array.from({ length: 20 }, (_, index) => index + 1));
    },
  },
  {
    sentence: 'a use in a rejected work is not counted',
    holds: async (store) => {
      await use(store);
      await expectRejection(
        store.transaction(async (rows) => {
          await rows.countUse(aUse());
          throw new Error('given up');
        }),
      );
      expectSame(await countOf(store), 1);
    },
  },
];
