import type { StoreReads } from '../../ports/store.ts';
import { expectOneOf, expectRefusal, expectRejection, expectSame } from './expectations.ts';
import { aMember, aMembership, anEvent, anIntent, anOutboxRow, aReceipt, aVerification } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';
import { underWay } from './under-way.ts';

/** Everything that can be read, of the sample records. */
function readAll(rows: StoreReads): Promise<unknown[]> {
  return Promise.all([
    rows.getMember('tenant-a', 'member-1'),
    rows.getMembership('tenant-a', 'membership-1'),
    rows.listMemberships('tenant-a', { memberId: 'member-1', accountId: 'account-1', afterId: null, limit: 5 }),
    rows.findByReference('stripe', 'sub_1'),
    rows.findIntent('tenant-a', 'member-1', 'key-1'),
    rows.findOpenIntent('tenant-a', 'membership-1'),
    rows.getVerification('tenant-a', 'verification-1'),
    rows.findOpenVerification('tenant-a', aVerification()),
    rows.findVerificationByProof('tenant-a', 'proof-hash'),
    rows.getReceipt('tenant-a', 'CR-7F3K-29QD'),
    rows.listReceipts('tenant-a', { memberId: 'member-1', accountId: null, membershipId: null, after: null, limit: 5 }),
    rows.getOutbox('tenant-a', 'outbox-1'),
    rows.dueOutbox('2026-11-02T09:00:00Z', 5),
    rows.getEvent('tenant-a', 'event-1'),
  ]);
}

const membership = aMembership({ provider: 'stripe', providerReference: 'sub_1' });
const verification = aVerification({ proofHash: 'proof-hash' });

/** What a store promises about reading outside of a transaction. */
export const readSentences: readonly StoreSentence[] = [
  {
    sentence: 'whatever was committed is read',
    holds: async (store) => {
      await store.transaction(async (rows) => {
        await rows.putMember(aMember());
        await rows.putMembership(membership);
        await rows.insertIntent(anIntent());
        await rows.putVerification(verification);
        await rows.insertReceipt(aReceipt());
        await rows.addToOutbox(anOutboxRow());
        await rows.addEvent(anEvent());
      });
      expectSame(await store.read(readAll), [
        aMember(),
        membership,
        [membership],
        [{ tenantId: 'tenant-a', id: 'membership-1' }],
        anIntent(),
        anIntent(),
        verification,
        verification,
        verification,
        aReceipt(),
        [aReceipt()],
        anOutboxRow(),
        [anOutboxRow()],
        anEvent(),
      ]);
    },
  },
  {
    sentence: 'a read that begins after a transaction was acknowledged sees it, again and again',
    holds: async (store) => {
      for (let version = 1; version <= 20; version++) {
        await store.transaction((rows) => rows.putMembership(aMembership({ version })));
        const found = await Promise.all(
          Array.from({ length: 5 }, () => store.read((rows) => rows.getMembership('tenant-a', 'membership-1'))),
        );
        for (const seen of found) expectSame(seen?.version, version);
      }
    },
  },
  {
    sentence: 'a read sees nothing of a transaction that is under way',
    holds: async (store) => {
      const { first, whileUnderWay } = underWay(store);
      const reads = whileUnderWay.then(() =>
        Promise.all(Array.from({ length: 5 }, () => store.read((rows) => rows.getMember('tenant-a', 'member-1')))),
      );
      await first;
      for (const seen of await reads) expectOneOf(seen?.name, [undefined, 'Finished']);
    },
  },
  {
    sentence: 'a read sees nothing of a rejected work',
    holds: async (store) => {
      const rejected = store.transaction(async (rows) => {
        await rows.putMember(aMember());
        throw new Error('given up');
      });
      const reads = Array.from({ length: 5 }, () => store.read((rows) => rows.getMember('tenant-a', 'member-1')));
      await expectRejection(rejected);
      for (const seen of await Promise.all(reads)) expectSame(seen, undefined);
    },
  },
  {
    sentence: 'each of 20 reads at once sees its own tenant (AC2)',
    holds: async (store) => {
      const tenants = Array.from({ length: 4 }, (_, index) => `tenant-${index}`);
      await store.transaction(async (rows) => {
        for (const tenantId of tenants) await rows.putMember(aMember({ tenantId, name: `of ${tenantId}` }));
      });
      const names = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.read(async (rows) => (await rows.getMember(`tenant-${index % 4}`, 'member-1'))?.name),
        ),
      );
      expectSame(names, Array.from({ length: 20 }, (_, index) => `of tenant-${index % 4}`));
    },
  },
  {
    sentence: 'a read passes on what its work rejects with, and its rows refuse every call afterwards',
    holds: async (store) => {
      const reason = new Error('given up');
      const used: StoreReads[] = [];
      const rejection = await expectRejection(
        store.read(async (rows) => {
          used.push(rows);
          throw reason;
        }),
      );
      if (rejection !== reason) throw new Error(`expected the reason of the work, found ${String(rejection)}`);
      for (const rows of used) await expectRejection(rows.getMember('tenant-a', 'member-1'));
      expectSame(used.length, 1);
    },
  },
  {
    sentence: 'a closed store refuses to be read, and lets the last reads end',
    holds: async (store) => {
      await store.transaction((rows) => rows.putMember(aMember()));
      const last = store.read((rows) => rows.getMember('tenant-a', 'member-1'));
      await store.close();
      expectSame(await last, aMember());
      await expectRefusal('store_unavailable', store.read((rows) => rows.getMember('tenant-a', 'member-1')));
    },
  },
];
