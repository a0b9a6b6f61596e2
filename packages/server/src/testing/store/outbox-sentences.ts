import type { OutboxRecord, Store } from '../../ports/store.ts';
import { expectRefusal, expectRejection, expectSame } from './expectations.ts';
import { anOutboxRow } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

async function add(store: Store, ...records: OutboxRecord[]): Promise<void> {
  await store.transaction(async (rows) => {
    for (const record of records) await rows.addToOutbox(record);
  });
}

function dueAt(store: Store, now: string, limit = 10): Promise<OutboxRecord[]> {
  return store.transaction((rows) => rows.dueOutbox(now, limit));
}

async function dueIdsAt(store: Store, now: string, limit?: number): Promise<string[]> {
  return (await dueAt(store, now, limit)).map(({ id }) => id);
}

const later = '2026-11-02T09:00:00Z';

/** What a store promises about the outbox. */
export const outboxSentences: readonly StoreSentence[] = [
  {
    sentence: 'a message waits in the outbox exactly as it was written',
    holds: async (store) => {
      await add(store, anOutboxRow());
      expectSame(await dueAt(store, later), [anOutboxRow()]);
    },
  },
  {
    sentence: 'due work comes oldest first, whatever the order of writing, and never more than asked for',
    holds: async (store) => {
      await add(
        store,
        anOutboxRow({ id: 'a-third', createdAt: '2026-11-02T08:02:00Z' }),
        anOutboxRow({ id: 'c-first', createdAt: '2026-11-02T08:00:00Z' }),
        anOutboxRow({ id: 'b-second', createdAt: '2026-11-02T08:00:00.5Z' }),
      );
      expectSame(await dueIdsAt(store, later), ['c-first', 'b-second', 'a-third']);
      expectSame(await dueIdsAt(store, later, 2), ['c-first', 'b-second']);
    },
  },
  {
    sentence: 'work is due at its instant and not a millisecond before',
    holds: async (store) => {
      await add(store, anOutboxRow({ dueAt: '2026-11-02T08:30:00Z' }));
      expectSame(await dueIdsAt(store, '2026-11-02T08:29:59.999Z'), []);
      expectSame(await dueIdsAt(store, '2026-11-02T08:30:00Z'), ['outbox-1']);
      expectSame(await dueIdsAt(store, '2026-11-02T08:30:00.001Z'), ['outbox-1']);
    },
  },
  {
    sentence: 'due work of every tenant is found, also under one id',
    holds: async (store) => {
      const [here, there] = [anOutboxRow(), anOutboxRow({ tenantId: 'tenant-b', attempts: 3 })];
      await add(store, there, here);
      const found = await dueAt(store, later);
      expectSame(found.toSorted((a, b) => (a.tenantId < b.tenantId ? -1 : 1)), [here, there]);
    },
  },
  {
    sentence: 'work put off is due again at its new instant, with its tries counted (DU4)',
    holds: async (store) => {
      const putOff = anOutboxRow({ attempts: 1, dueAt: '2026-11-02T08:45:00Z' });
      await add(store, anOutboxRow());
      await store.transaction((rows) => rows.updateOutbox(putOff));
      expectSame(await dueAt(store, '2026-11-02T08:44:00Z'), []);
      expectSame(await dueAt(store, '2026-11-02T08:45:00Z'), [putOff]);
    },
  },
  {
    sentence: 'closed work is never due again (DU4)',
    holds: async (store) => {
      const abroad = anOutboxRow({ tenantId: 'tenant-b' });
      await add(store, anOutboxRow(), abroad);
      await store.transaction((rows) => rows.updateOutbox(anOutboxRow({ closedAt: '2026-11-02T08:01:00Z' })));
      expectSame(await dueAt(store, later), [abroad]);
    },
  },
  {
    sentence: 'an outbox row is added once, and only a stored one can be changed',
    holds: async (store) => {
      await add(store, anOutboxRow());
      await expectRefusal('version_conflict', add(store, anOutboxRow({ attempts: 7 })));
      await expectRejection(store.transaction((rows) => rows.updateOutbox(anOutboxRow({ tenantId: 'tenant-b' }))));
      expectSame(await dueAt(store, later), [anOutboxRow()]);
    },
  },
];
