import type { MembershipFilter, Store } from '../../ports/store.ts';
import { expectRefusal, expectSame } from './expectations.ts';
import { aMembership } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

const others = { holder: { id: 'member-2', name: 'Bo Ek' } };
const elsewhere = { account: { id: 'account-2', kind: 'person', name: 'Home' } } as const;

async function store100(store: Store): Promise<string[]> {
  const ids = Array.from({ length: 100 }, (_, index) => `membership-${String(index).padStart(3, '0')}`);
  await store.transaction(async (rows) => {
    for (const id of ids.toReversed()) await rows.putMembership(aMembership({ id }));
  });
  return ids;
}

async function idsOf(store: Store, changes: Partial<MembershipFilter>, tenantId = 'tenant-a'): Promise<string[]> {
  const filter = { memberId: 'member-1', accountId: null, afterId: null, limit: 50, ...changes };
  const records = await store.transaction((rows) => rows.listMemberships(tenantId, filter));
  return records.map(({ id }) => id);
}

function referred(store: Store, reference: string, provider = 'stripe'): Promise<{ tenantId: string; id: string }[]> {
  return store.read((rows) => rows.findByReference(provider, reference));
}

/** What a store promises about memberships and their versions. */
export const membershipSentences: readonly StoreSentence[] = [
  {
    sentence: 'a membership is answered as declared, and as declared last',
    holds: async (store) => {
      const [first, second] = [aMembership(), aMembership({ version: 2, receiptId: 'CR-1', seats: null })];
      await store.transaction((rows) => rows.putMembership(first));
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), first);
      await store.transaction((rows) => rows.putMembership(second));
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), second);
    },
  },
  {
    sentence: 'a membership that is not stored can only begin at version 1',
    holds: async (store) => {
      for (const version of [0, 2, 7]) {
        const write = store.transaction((rows) => rows.putMembership(aMembership({ version })));
        await expectRefusal('version_conflict', write);
      }
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), undefined);
    },
  },
  {
    sentence: 'a version that does not follow the stored one is refused, and the stored one stays',
    holds: async (store) => {
      const stored = aMembership({ version: 2 });
      await store.transaction((rows) => rows.putMembership(aMembership()));
      await store.transaction((rows) => rows.putMembership(stored));
      for (const version of [1, 2, 4]) {
        const write = store.transaction((rows) => rows.putMembership(aMembership({ version, seats: 99 })));
        await expectRefusal('version_conflict', write);
      }
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), stored);
    },
  },
  {
    sentence: 'versions of one id in two tenants count apart (AC2)',
    holds: async (store) => {
      const [here, there] = [aMembership({ version: 2 }), aMembership({ tenantId: 'tenant-b', seats: 1 })];
      await store.transaction((rows) => rows.putMembership(aMembership()));
      await store.transaction((rows) => rows.putMembership(there));
      await store.transaction((rows) => rows.putMembership(here));
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-a', 'membership-1')), here);
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-b', 'membership-1')), there);
      expectSame(await store.transaction((rows) => rows.getMembership('tenant-c', 'membership-1')), undefined);
    },
  },
  {
    sentence: 'a member lists their own memberships in order of id',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        for (const id of ['c', 'B', 'a', 'a-2', 'Z', '9']) await rows.putMembership(aMembership({ id }));
        await rows.putMembership(aMembership({ id: 'x', ...others }));
      });
      expectSame(await idsOf(store, {}), ['9', 'B', 'Z', 'a', 'a-2', 'c']);
    },
  },
  {
    sentence: 'with the account a member also lists what others hold there, each once and in order',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        await rows.putMembership(aMembership({ id: 'd', ...others }));
        await rows.putMembership(aMembership({ id: 'c' }));
        await rows.putMembership(aMembership({ id: 'b', ...elsewhere }));
        await rows.putMembership(aMembership({ id: 'a', ...others, ...elsewhere }));
      });
      expectSame(await idsOf(store, { accountId: 'account-1' }), ['b', 'c', 'd']);
      expectSame(await idsOf(store, { accountId: null }), ['b', 'c']);
      expectSame(await idsOf(store, { accountId: 'account-1', limit: 2 }), ['b', 'c']);
      expectSame(await idsOf(store, { accountId: 'account-1', afterId: 'b', limit: 1 }), ['c']);
    },
  },
  {
    sentence: 'a list follows a membership to its new holder and account',
    holds: async (store) => {
      await store.transaction((rows) => rows.putMembership(aMembership()));
      await store.transaction((rows) => rows.putMembership(aMembership({ version: 2, ...others, ...elsewhere })));
      expectSame(await idsOf(store, { accountId: 'account-1' }), []);
      expectSame(await idsOf(store, { memberId: 'member-2' }), ['membership-1']);
      expectSame(await idsOf(store, { memberId: 'none', accountId: 'account-2' }), ['membership-1']);
    },
  },
  {
    sentence: 'page after page lists every membership once',
    holds: async (store) => {
      const all = await store100(store);
      const listed: string[] = [];
      for (let page = await idsOf(store, { limit: 30 }); page.length > 0; ) {
        listed.push(...page);
        page = await idsOf(store, { limit: 30, afterId: page.at(-1) ?? null, accountId: 'account-1' });
      }
      expectSame(listed, all);
    },
  },
  {
    sentence: 'a list never reaches into another tenant, not even with its cursor (AC4)',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        await rows.putMembership(aMembership({ id: 'a' }));
        await rows.putMembership(aMembership({ id: 'b', tenantId: 'tenant-b' }));
      });
      expectSame(await idsOf(store, { accountId: 'account-1' }, 'tenant-b'), ['b']);
      expectSame(await idsOf(store, { accountId: 'account-1', afterId: 'a' }), []);
      expectSame(await idsOf(store, { accountId: 'account-1' }, 'tenant-c'), []);
    },
  },
  {
    sentence: 'a command that is not confirmed yet, and the facts, come back as written (XO6)',
    holds: async (store) => {
      const pendingCommand = { command: 'cancelRenewal', since: '2026-11-02T08:00:00Z' } as const;
      const facts = { ...aMembership().facts, renewal: 'paused', price: null } as const;
      const written = aMembership({ pendingCommand, facts });
      await store.transaction((rows) => rows.putMembership(written));
      expectSame(await store.read((rows) => rows.getMembership('tenant-a', 'membership-1')), written);
    },
  },
  {
    sentence: 'the memberships on one subscription are found in every tenant, in order of tenant and id (WH2)',
    holds: async (store) => {
      const subscription = { provider: 'stripe', providerReference: 'sub_1' };
      await store.transaction(async (rows) => {
        await rows.putMembership(aMembership({ ...subscription, id: 'a', tenantId: 'tenant-b' }));
        await rows.putMembership(aMembership({ ...subscription, id: 'b' }));
        await rows.putMembership(aMembership({ ...subscription, id: 'B' }));
        await rows.putMembership(aMembership({ id: 'other', provider: 'stripe', providerReference: 'sub_2' }));
        await rows.putMembership(aMembership({ id: 'elsewhere', provider: 'paddle', providerReference: 'sub_1' }));
        await rows.putMembership(aMembership({ id: 'none' }));
      });
      expectSame(await referred(store, 'sub_1'), [
        { tenantId: 'tenant-a', id: 'B' },
        { tenantId: 'tenant-a', id: 'b' },
        { tenantId: 'tenant-b', id: 'a' },
      ]);
      expectSame(await referred(store, 'sub_1', 'paddle'), [{ tenantId: 'tenant-a', id: 'elsewhere' }]);
      expectSame(await referred(store, 'sub_3'), []);
    },
  },
  {
    sentence: 'a membership is found by the subscription it was last declared on, and no longer by one before',
    holds: async (store) => {
      const on = (providerReference: string | null, version: number) => {
        const declared = aMembership({ version, provider: 'stripe', providerReference });
        return store.transaction((rows) => rows.putMembership(declared));
      };
      await on('sub_1', 1);
      await on('sub_2', 2);
      expectSame(await referred(store, 'sub_1'), []);
      expectSame(await referred(store, 'sub_2'), [{ tenantId: 'tenant-a', id: 'membership-1' }]);
      await on(null, 3);
      expectSame(await referred(store, 'sub_2'), []);
    },
  },
];
