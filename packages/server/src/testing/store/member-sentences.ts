import { expectSame } from './expectations.ts';
import { aMember, longText } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

/** What a store promises about members. */
export const memberSentences: readonly StoreSentence[] = [
  {
    sentence: 'a member is answered as the host described them',
    holds: async (store) => {
      const member = aMember();
      await store.transaction((rows) => rows.putMember(member));
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), member);
    },
  },
  {
    sentence: 'a member described anew is answered as described last',
    holds: async (store) => {
      const renamed = aMember({ name: 'Ida Dahl', phone: null, permissions: [] });
      await store.transaction((rows) => rows.putMember(aMember()));
      await store.transaction((rows) => rows.putMember(renamed));
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), renamed);
    },
  },
  {
    sentence: 'a member who was never described is undefined',
    holds: async (store) => {
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
    },
  },
  {
    sentence: 'one member id in two tenants is two members, and unknown in a third (AC2)',
    holds: async (store) => {
      const [here, there] = [aMember(), aMember({ tenantId: 'tenant-b', name: 'Another Ida' })];
      await store.transaction(async (rows) => {
        await rows.putMember(here);
        await rows.putMember(there);
      });
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), here);
      expectSame(await store.transaction((rows) => rows.getMember('tenant-b', 'member-1')), there);
      expectSame(await store.transaction((rows) => rows.getMember('tenant-c', 'member-1')), undefined);
    },
  },
  {
    sentence: 'tenant and id are apart: no joining of the two makes one key of two',
    holds: async (store) => {
      await store.transaction((rows) => rows.putMember(aMember({ tenantId: 'a', id: 'b:c' })));
      expectSame(await store.transaction((rows) => rows.getMember('a:b', 'c')), undefined);
    },
  },
  {
    sentence: 'names of 10 kB in any script come back letter by letter',
    holds: async (store) => {
      const member = aMember({ name: longText });
      await store.transaction((rows) => rows.putMember(member));
      expectSame(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), member);
    },
  },
];
