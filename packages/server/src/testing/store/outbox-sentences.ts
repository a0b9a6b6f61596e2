import type { OutboxRecord, Store } from '../../ports/store.ts';
import type { Task } from '../../ports/task.ts';
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

function get(store: Store, id = 'outbox-1', tenantId = 'tenant-a'): Promise<OutboxRecord | undefined> {
  return store.read((rows) => rows.getOutbox(tenantId, id));
}

const later = '2026-11-02T09:00:00Z';

const tasks: readonly Task[] = [
  anOutboxRow().task,
  { kind: 'settle', memberId: 'member-1', idempotencyKey: 'key-1' },
  { kind: 'check', membershipId: 'membership-1' },
  { kind: 'notify', eventId: 'event-1', url: 'https://host.example/events?a=1&b=%20' },
];

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
    sentence: 'a task of each kind is answered as it was written, by its id',
    holds: async (store) => {
      const rows = tasks.map((task) => anOutboxRow({ id: task.kind, task }));
      await add(store, ...rows);
      for (const row of rows) expectSame(await get(store, row.id), row);
      expectSame(await get(store, 'none'), undefined);
    },
  },
  {
    sentence: 'one row id in two tenants is two rows, and unknown in a third (AC2)',
    holds: async (store) => {
      const abroad = anOutboxRow({ tenantId: 'tenant-b', attempts: 4 });
      await add(store, anOutboxRow(), abroad);
      expectSame(await get(store), anOutboxRow());
      expectSame(await get(store, 'outbox-1', 'tenant-b'), abroad);
      expectSame(await get(store, 'outbox-1', 'tenant-c'), undefined);
    },
  },
  {
    sentence: 'what has waited longest comes first, however old it is, and never more than asked for',
    holds: async (store) => {
      await add(
        store,
        anOutboxRow({ id: 'a-third', dueAt: '2026-11-02T08:02:00Z', createdAt: '2026-11-01T08:00:00Z' }),
        anOutboxRow({ id: 'c-first', dueAt: '2026-11-02T08:00:00Z' }),
        anOutboxRow({ id: 'b-second', dueAt: '2026-11-02T08:00:00.5Z' }),
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
    sentence: 'parked work is never due again and stays to be looked at (DU4)',
    holds: async (store) => {
      const parked = anOutboxRow({ attempts: 10, closedAt: '2026-11-02T08:01:00Z', isParked: true });
      await add(store, anOutboxRow());
      await store.transaction((rows) => rows.updateOutbox(parked));
      expectSame(await dueAt(store, later), []);
      expectSame(await get(store), parked);
    },
  },
  {
    sentence: 'closed work that is opened again is due at its new instant',
    holds: async (store) => {
      const reopened = anOutboxRow({ dueAt: '2026-11-02T08:45:00Z' });
      await add(store, anOutboxRow({ closedAt: '2026-11-02T08:01:00Z' }));
      await store.transaction((rows) => rows.updateOutbox(reopened));
      expectSame(await dueAt(store, '2026-11-02T08:44:59Z'), []);
      expectSame(await dueAt(store, '2026-11-02T08:45:00Z'), [reopened]);
    },
  },
  {
    sentence: 'of 20 who claim one due row at once each counts a try, and one counts it from 0 (DU4)',
    holds: async (store) => {
      await add(store, anOutboxRow());
      const claim = (): Promise<number> =>
        store.transaction(async (rows) => {
          const row = await rows.getOutbox('tenant-a', 'outbox-1');
          if (!row) throw new Error('the row is gone');
          await rows.updateOutbox({ ...row, attempts: row.attempts + 1 });
          return row.attempts;
        });
      const found = await Promise.all(Array.from({ length: 20 }, claim));
      expectSame(found.toSorted((a, b) => a - b), Array.from({ length: 20 }, (_, index) => index));
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
