import type { ReceiptFilter, ReceiptRecord, Store } from '../../ports/store.ts';
import { expectRefusal, expectSame } from './expectations.ts';
import { aReceipt, longText } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

async function insertAll(store: Store, receipts: readonly ReceiptRecord[]): Promise<void> {
  await store.transaction(async (rows) => {
    for (const receipt of receipts) await rows.insertReceipt(receipt);
  });
}

async function idsOf(store: Store, changes: Partial<ReceiptFilter> = {}, tenantId = 'tenant-a'): Promise<string[]> {
  const filter = { memberId: 'member-1', accountId: null, membershipId: null, after: null, limit: 10, ...changes };
  const found = await store.read((rows) => rows.listReceipts(tenantId, filter));
  return found.map(({ receipt }) => receipt.id);
}

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
  {
    sentence: 'receipts are listed by their moment, the newest first, with milliseconds and without; one moment by id (P14)',
    holds: async (store) => {
      await insertAll(store, [
        aReceipt('CR-B', { requestedAt: '2026-11-02T08:00:00Z' }),
        aReceipt('CR-OLD', { requestedAt: '2026-11-02T07:59:59.999Z' }),
        aReceipt('CR-NEW', { requestedAt: '2026-11-02T08:00:00.500Z' }),
        aReceipt('CR-A', { requestedAt: '2026-11-02T08:00:00Z' }),
      ]);
      expectSame(await idsOf(store), ['CR-NEW', 'CR-A', 'CR-B', 'CR-OLD']);
    },
  },
  {
    sentence: 'receipts are read on from any of them, without gaps or repeats',
    holds: async (store) => {
      const requestedAt = '2026-11-02T08:00:00Z';
      const ids = Array.from({ length: 9 }, (_, index) => `CR-${index}`);
      await insertAll(store, ids.map((id) => aReceipt(id, { requestedAt })).toReversed());
      const seen: string[] = [];
      for (let page = await idsOf(store, { limit: 4 }); page.length > 0; ) {
        seen.push(...page);
        const after = { requestedAt: Date.parse(requestedAt), id: page.at(-1) ?? '' };
        page = await idsOf(store, { after, limit: 4 });
      }
      expectSame(seen, ids);
    },
  },
  {
    sentence: 'receipts are listed for their member, with the account also for the whole account, each once (AC2, S43)',
    holds: async (store) => {
      const at = (second: number) => ({ requestedAt: `2026-11-02T08:00:0${second}Z` });
      await insertAll(store, [
        aReceipt('CR-OWN', at(4)),
        { ...aReceipt('CR-COLLEAGUE', at(3)), memberId: 'member-2' },
        { ...aReceipt('CR-ELSEWHERE', at(2)), accountId: 'account-2' },
        { ...aReceipt('CR-STRANGER', at(1)), memberId: 'member-3', accountId: 'account-2' },
        { ...aReceipt('CR-OTHER-TENANT', at(0)), tenantId: 'tenant-b' },
      ]);
      expectSame(await idsOf(store), ['CR-OWN', 'CR-ELSEWHERE']);
      expectSame(await idsOf(store, { accountId: 'account-1' }), ['CR-OWN', 'CR-COLLEAGUE', 'CR-ELSEWHERE']);
      expectSame(await idsOf(store, { accountId: 'account-1', limit: 2 }), ['CR-OWN', 'CR-COLLEAGUE']);
      expectSame(await idsOf(store, {}, 'tenant-b'), ['CR-OTHER-TENANT']);
      expectSame(await idsOf(store, {}, 'tenant-c'), []);
    },
  },
  {
    sentence: 'receipts of one membership are listed alone, and only for whoever may see them (AC2)',
    holds: async (store) => {
      await insertAll(store, [
        aReceipt('CR-1', { membershipId: 'membership-1' }),
        aReceipt('CR-2', { membershipId: 'membership-2' }),
        { ...aReceipt('CR-3', { membershipId: 'membership-1' }), memberId: 'member-2', accountId: 'account-2' },
      ]);
      const membershipId = 'membership-1';
      expectSame(await idsOf(store, { membershipId }), ['CR-1']);
      expectSame(await idsOf(store, { membershipId, memberId: 'member-9', accountId: 'account-2' }), ['CR-3']);
      expectSame(await idsOf(store, { membershipId, memberId: 'member-9' }), []);
    },
  },
];
