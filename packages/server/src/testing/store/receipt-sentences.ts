import { expectRefusal, expectSame } from './expectations.ts';
import { aReceipt, longText } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

/** What a store promises about receipts. */
export const receiptSentences: readonly StoreSentence[] = [
  {
    sentence: 'a receipt is answered as written, letter by letter',
    holds: async (store) => {
      const receipt = aReceipt('CR-7F3K-29QD', { planName: longText });
      await store.transaction((rows) => rows.insertReceipt(receipt));
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-a', 'CR-7F3K-29QD')), receipt);
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-a', 'CR-0000-0000')), undefined);
    },
  },
  {
    sentence: 'one receipt id in two tenants is two receipts, and unknown in a third (AC2)',
    holds: async (store) => {
      const [here, there] = [aReceipt(), { ...aReceipt(), tenantId: 'tenant-b', memberId: 'member-b' }];
      await store.transaction((rows) => rows.insertReceipt(here));
      await store.transaction((rows) => rows.insertReceipt(there));
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-a', here.receipt.id)), here);
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-b', here.receipt.id)), there);
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-c', here.receipt.id)), undefined);
    },
  },
  {
    sentence: 'a receipt is never overwritten',
    holds: async (store) => {
      await store.transaction((rows) => rows.insertReceipt(aReceipt()));
      const again = aReceipt('CR-7F3K-29QD', { planName: 'Another plan' });
      await expectRefusal('version_conflict', store.transaction((rows) => rows.insertReceipt(again)));
      expectSame(await store.transaction((rows) => rows.getReceipt('tenant-a', 'CR-7F3K-29QD')), aReceipt());
    },
  },
];
