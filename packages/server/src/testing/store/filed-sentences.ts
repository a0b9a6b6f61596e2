import type { FiledFilter } from '../../ports/filed-record.ts';
import type { Store } from '../../ports/store.ts';
import { expectRefusal, expectSame } from './expectations.ts';
import { aFactor, aFeedback, aMembership } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

function factorsOf(store: Store, filter: Omit<FiledFilter, 'limit'>, limit = 10): Promise<string[]> {
  return store.read(async (rows) => (await rows.listFiled('factor', 'tenant-a', { ...filter, limit })).map(({ id }) => id));
}

/** What a store promises about filed records and about finding memberships by order number. */
export const filedSentences: readonly StoreSentence[] = [
  {
    sentence: 'a filed record is answered as written, and replaced as a whole',
    holds: async (store) => {
      await store.transaction((rows) => rows.insertFiled('feedback', aFeedback()));
      expectSame(await store.read((rows) => rows.getFiled('feedback', 'tenant-a', 'feedback-1')), aFeedback());
      const used = aFactor({ lastUsedAt: '2026-11-03T08:00:00Z' });
      await store.transaction((rows) => rows.putFiled('factor', aFactor()));
      await store.transaction((rows) => rows.putFiled('factor', used));
      expectSame(await store.transaction((rows) => rows.getFiled('factor', 'tenant-a', 'factor-1')), used);
    },
  },
  {
    sentence: 'a filed record is never inserted twice, and one id in two kinds is two records',
    holds: async (store) => {
      await store.transaction((rows) => rows.insertFiled('factor', aFactor({ id: 'same' })));
      await store.transaction((rows) => rows.insertFiled('feedback', aFeedback({ id: 'same' })));
      const again = aFactor({ id: 'same', label: 'Another' });
      await expectRefusal('version_conflict', store.transaction((rows) => rows.insertFiled('factor', again)));
      expectSame(await store.read((rows) => rows.getFiled('factor', 'tenant-a', 'same')), aFactor({ id: 'same' }));
    },
  },
  {
    sentence: 'filed records are listed in order of id, by member or membership, page by page, and of one tenant (AC2)',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        for (const id of ['c', 'a', 'b']) await rows.insertFiled('factor', aFactor({ id }));
        await rows.insertFiled('factor', aFactor({ id: 'd', memberId: 'member-2', membershipId: 'membership-2' }));
        await rows.insertFiled('factor', aFactor({ id: 'e', tenantId: 'tenant-b' }));
      });
      expectSame(await factorsOf(store, { memberId: 'member-1' }), ['a', 'b', 'c']);
      expectSame(await factorsOf(store, { memberId: 'member-1', afterId: 'a' }, 1), ['b']);
      expectSame(await factorsOf(store, { membershipId: 'membership-2' }), ['d']);
      expectSame(await factorsOf(store, {}), ['a', 'b', 'c', 'd']);
      expectSame(await store.read((rows) => rows.getFiled('factor', 'tenant-c', 'a')), undefined);
    },
  },
  {
    sentence: 'of works that look for a member\'s records and then file one, one goes after the other (AU3)',
    holds: async (store) => {
      const fileFirst = (id: string) =>
        store.transaction(async (rows) => {
          const found = await rows.listFiled('factor', 'tenant-a', { memberId: 'member-1', limit: 1 });
          if (found.length === 0) await rows.insertFiled('factor', aFactor({ id }));
        });
      await Promise.all(Array.from({ length: 8 }, (_, index) => fileFirst(`factor-${index}`)));
      expectSame((await factorsOf(store, { memberId: 'member-1' })).length, 1);
    },
  },
  {
    sentence: 'memberships are found by an order number as somebody types it, within their tenant (AC2)',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        await rows.putMembership(aMembership({ orderNumber: 'On-77' }));
        await rows.putMembership(aMembership({ id: 'membership-2', orderNumber: null }));
        await rows.putMembership(aMembership({ id: 'membership-3', tenantId: 'tenant-b', orderNumber: 'ON-77' }));
      });
      const found = await store.read((rows) => rows.findByOrderNumber('tenant-a', ' oN-77 '));
      expectSame(found.map(({ tenantId, id }) => [tenantId, id]), [['tenant-a', 'membership-1']]);
      await store.transaction((rows) => rows.putMembership(aMembership({ version: 2, orderNumber: 'ON-78' })));
      expectSame(await store.read((rows) => rows.findByOrderNumber('tenant-a', 'ON-77')), []);
    },
  },
];
