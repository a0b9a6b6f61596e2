import type { Store, StoreRows } from '../../ports/store.ts';
import { expectOneOf, expectRefusal, expectRejection, expectSame } from './expectations.ts';
import {
  aMember,
  aMembership,
  anEvent,
  anIntent,
  anOutboxRow,
  aReceipt,
  aUse,
  aVerification,
} from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';
import { underWay } from './under-way.ts';

const later = '2026-11-02T09:00:00Z';

/** Everything that a whole cancellation writes, as far as it is stored. */
async function readAll(rows: StoreRows): Promise<unknown[]> {
  return [
    await rows.getMember('tenant-a', 'member-1'),
    await rows.getMembership('tenant-a', 'membership-1'),
    await rows.findOpenIntent('tenant-a', 'membership-1'),
    await rows.getVerification('tenant-a', 'verification-1'),
    await rows.getReceipt('tenant-a', 'CR-7F3K-29QD'),
    await rows.getOutbox('tenant-a', 'outbox-1'),
    await rows.dueOutbox(later, 10),
    await rows.getEvent('tenant-a', 'event-1'),
    await rows.readCount(aUse()),
  ];
}

const all = [
  aMember(),
  aMembership(),
  anIntent(),
  aVerification(),
  aReceipt(),
  anOutboxRow(),
  [anOutboxRow()],
  anEvent(),
  { count: 1, resetsAt: '2026-11-02T08:10:00Z' },
];

async function writeAll(rows: StoreRows): Promise<void> {
  await rows.putMember(aMember());
  await rows.putMembership(aMembership());
  await rows.insertIntent(anIntent());
  await rows.putVerification(aVerification());
  await rows.insertReceipt(aReceipt());
  await rows.addToOutbox(anOutboxRow());
  await rows.addEvent(anEvent());
  await rows.countUse(aUse());
}

async function changeAll(rows: StoreRows): Promise<void> {
  await rows.putMember(aMember({ name: 'Changed' }));
  await rows.putMembership(aMembership({ version: 2 }));
  await rows.putMembership(aMembership({ version: 3 }));
  await rows.leaseIntent('tenant-a', 'intent-1', later);
  await rows.answerIntent(anIntent({ leasedUntil: later }), { status: 200, body: '{}' });
  await rows.deleteIntent('tenant-a', 'intent-1');
  await rows.putVerification(aVerification({ closedAt: later }));
  await rows.insertReceipt(aReceipt('CR-2222-2222'));
  await rows.updateOutbox(anOutboxRow({ closedAt: later }));
  await rows.listEvents('tenant-a', 0, 10);
  await rows.countUse(aUse());
  await rows.forgetUses(aUse());
  await rows.noteWebhook('stripe', 'notice-1', later);
}

async function writeNextVersion(store: Store): Promise<void> {
  await store.transaction(async (rows) => {
    const stored = await rows.getMembership('tenant-a', 'membership-1');
    // Other work has every chance to run between this read and the write.
    await Promise.resolve();
    await rows.getMember('tenant-a', 'member-1');
    await rows.putMembership(aMembership({ version: (stored?.version ?? 0) + 1 }));
  });
}

/** What a store promises about its transactions. */
export const transactionSentences: readonly StoreSentence[] = [
  {
    sentence: 'a transaction answers what its work answers, and its work sees what it wrote',
    holds: async (store) => {
      const seen = await store.transaction(async (rows) => {
        await writeAll(rows);
        return readAll(rows);
      });
      expectSame(seen, all);
      expectSame(await store.transaction(readAll), seen);
    },
  },
  {
    sentence: 'a rejected work leaves nothing of what it wrote, and its reason is passed on',
    holds: async (store) => {
      const reason = new Error('given up');
      const nothing = await store.transaction(readAll);
      const rejection = await expectRejection(
        store.transaction(async (rows) => {
          await writeAll(rows);
          throw reason;
        }),
      );
      if (rejection !== reason) throw new Error(`expected the reason of the work, found ${String(rejection)}`);
      expectSame(await store.transaction(readAll), nothing);
    },
  },
  {
    sentence: 'a rejected work leaves every changed and deleted row as it was',
    holds: async (store) => {
      await store.transaction(writeAll);
      const before = await store.transaction(readAll);
      await expectRejection(
        store.transaction(async (rows) => {
          await changeAll(rows);
          throw new Error('given up');
        }),
      );
      expectSame(await store.transaction(readAll), before);
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-a', 'CR-2222-2222')), undefined);
      expectSame(await store.transaction((rows) => rows.noteWebhook('stripe', 'notice-1', later)), true);
      await store.transaction((rows) => rows.addEvent(anEvent({ id: 'event-0', occurredAt: '2026-11-02T07:00:00Z' })));
      const feed = await store.transaction((rows) => rows.listEvents('tenant-a', 0, 10));
      expectSame(feed.map(({ id, sequence }) => [sequence, id]), [[1, 'event-0'], [2, 'event-1']]);
    },
  },
  {
    sentence: 'a refusal that the work does not catch takes back what it wrote before',
    holds: async (store) => {
      await store.transaction((rows) => rows.putMembership(aMembership()));
      await expectRefusal(
        'version_conflict',
        store.transaction(async (rows) => {
          await rows.putMember(aMember());
          await rows.putMembership(aMembership());
        }),
      );
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
    },
  },
  {
    sentence: 'a rejected work leaves nothing either of calls it did not wait for',
    holds: async (store) => {
      const ids = Array.from({ length: 10 }, (_, index) => `member-${index}`);
      const giveUpAfter = async (turns: number): Promise<never> => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        throw new Error('given up');
      };
      // The reason comes at another moment each time: some calls are done then, one is under way, the rest are waiting.
      for (let turns = 0; turns < 20; turns++) {
        await expectRejection(
          store.transaction((rows) =>
            Promise.all([...ids.map((id) => rows.putMember(aMember({ id }))), giveUpAfter(turns)]),
          ),
        );
        const found = await store.transaction((rows) => Promise.all(ids.map((id) => rows.getMember('tenant-a', id))));
        expectSame(found.filter((member) => member !== undefined), []);
      }
    },
  },
  {
    sentence: 'rows refuse every call after their transaction, whether it was kept or rejected',
    holds: async (store) => {
      const used: StoreRows[] = [];
      await store.transaction(async (rows) => used.push(rows));
      await expectRejection(
        store.transaction(async (rows) => {
          used.push(rows);
          throw new Error('given up');
        }),
      );
      for (const rows of used) await expectRejection(rows.putMember(aMember()));
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
    },
  },
  {
    sentence: '100 works at once that each read a version and write the next lose none',
    holds: async (store) => {
      await Promise.all(Array.from({ length: 100 }, () => writeNextVersion(store)));
      const membership = await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1'));
      expectSame(membership?.version, 100);
    },
  },
  {
    sentence: 'a work sees all of another or nothing of it, also while that is under way',
    holds: async (store) => {
      const { first, whileUnderWay } = underWay(store);
      const second = whileUnderWay.then(() => store.transaction((rows) => rows.getMember('tenant-a', 'member-1')));
      await first;
      expectOneOf((await second)?.name, [undefined, 'Finished']);
      expectSame((await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')))?.name, 'Finished');
    },
  },
  {
    sentence: 'a work that asks for several tenants at once gets of each its own (AC2)',
    holds: async (store) => {
      const tenants = ['tenant-a', 'tenant-b', 'tenant-c'];
      const seen = await store.transaction(async (rows) => {
        await Promise.all(tenants.map((tenantId) => rows.putMember(aMember({ tenantId, name: tenantId }))));
        return Promise.all([...tenants, ...tenants].map((tenantId) => rows.getMember(tenantId, 'member-1')));
      });
      expectSame(seen.map((member) => member?.name), [...tenants, ...tenants]);
    },
  },
  {
    sentence: 'of two works that each read what the other writes one sees the other',
    holds: async (store) => {
      const sees = (own: string, other: string): Promise<boolean> =>
        store.transaction(async (rows) => {
          const seen = await rows.getMember('tenant-a', other);
          await rows.putMember(aMember({ id: own }));
          return seen !== undefined;
        });
      for (let round = 0; round < 5; round++) {
        const [left, right] = [`left-${round}`, `right-${round}`];
        const seen = await Promise.all([sees(left, right), sees(right, left)]);
        expectSame(seen.toSorted(), [false, true]);
      }
    },
  },
  {
    sentence: 'after a rejected work the next one runs as if it had not been',
    holds: async (store) => {
      const rejected = store.transaction(() => Promise.reject(new Error('given up')));
      const next = store.transaction((rows) => rows.putMember(aMember()));
      await expectRejection(rejected);
      await next;
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), aMember());
    },
  },
  {
    sentence: 'what a caller does to a record it gave or got does not reach the store',
    holds: async (store) => {
      const given = aMembership();
      await store.transaction((rows) => rows.putMembership(given));
      given.plan.benefits.length = 0;
      const got = await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1'));
      try {
        if (got) got.facts.price = null;
      } catch {
        // A store may also answer frozen records.
      }
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), aMembership());
    },
  },
  {
    sentence: 'a store says what it is, closes after its last work, closes twice, and then refuses work',
    holds: async (store) => {
      if (store.describe().length === 0) throw new Error('expected a description');
      const last = ['a', 'b', 'c'].map((id) => store.transaction((rows) => rows.putMember(aMember({ id }))));
      await Promise.all([store.close(), store.close()]);
      await Promise.all(last);
      await expectRefusal('store_unavailable', store.transaction((rows) => rows.getMember('tenant-a', 'member-1')));
    },
  },
];
