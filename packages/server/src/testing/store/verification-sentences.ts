import type { Store, VerificationRecord } from '../../ports/store.ts';
import { expectRefusal, expectSame } from './expectations.ts';
import { aMembership, aVerification } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

/** Stores two memberships and one of another tenant, then the verifications in the given order. */
async function begin(store: Store, ...verifications: VerificationRecord[]): Promise<void> {
  await store.transaction(async (rows) => {
    await rows.putMembership(aMembership());
    await rows.putMembership(aMembership({ id: 'membership-2' }));
    await rows.putMembership(aMembership({ tenantId: 'tenant-b' }));
    for (const verification of verifications) await rows.putVerification(verification);
  });
}

function put(store: Store, verification: VerificationRecord): Promise<void> {
  return store.transaction((rows) => rows.putVerification(verification));
}

function get(store: Store, tenantId = 'tenant-a'): Promise<VerificationRecord | undefined> {
  return store.transaction((rows) => rows.getVerification(tenantId, 'verification-1'));
}

async function openIdFor(store: Store, changes: Partial<VerificationRecord> = {}): Promise<string | undefined> {
  const of = aVerification(changes);
  return (await store.transaction((rows) => rows.findOpenVerification(of.tenantId, of)))?.id;
}

const passed = { proofHash: 'proof-hash', proofExpiresAt: '2026-11-02T08:09:00Z' };

/** What a store promises about verifications and their proofs. */
export const verificationSentences: readonly StoreSentence[] = [
  {
    sentence: 'a verification is answered as put last: an attempt fewer, then passed, then closed (AU1)',
    holds: async (store) => {
      await begin(store, aVerification());
      expectSame(await get(store), aVerification());
      for (const change of [{ attemptsLeft: 4 }, passed, { ...passed, closedAt: '2026-11-02T08:03:00Z' }]) {
        await put(store, aVerification(change));
        expectSame(await get(store), aVerification(change));
      }
    },
  },
  {
    sentence: 'one verification id in two tenants is two verifications, and unknown in a third (AC2)',
    holds: async (store) => {
      const abroad = aVerification({ tenantId: 'tenant-b', attemptsLeft: 1, ...passed });
      await begin(store, aVerification(), abroad);
      expectSame(await get(store), aVerification());
      expectSame(await get(store, 'tenant-b'), abroad);
      expectSame(await get(store, 'tenant-c'), undefined);
      expectSame(await openIdFor(store, { tenantId: 'tenant-c' }), undefined);
      expectSame(await store.transaction((rows) => rows.findVerificationByProof('tenant-a', 'proof-hash')), undefined);
    },
  },
  {
    sentence: 'the newest open verification is found, whatever the order of writing',
    holds: async (store) => {
      const newest = aVerification({ id: 'new', createdAt: '2026-11-02T08:02:00Z' });
      const closed = aVerification({
        id: 'closed',
        createdAt: '2026-11-02T08:03:00Z',
        closedAt: '2026-11-02T08:04:00Z',
      });
      await begin(store, newest, aVerification({ id: 'old' }), closed);
      expectSame(await openIdFor(store), 'new');
      await put(store, { ...newest, closedAt: '2026-11-02T08:04:00Z' });
      expectSame(await openIdFor(store), 'old');
    },
  },
  {
    sentence: 'newest counts milliseconds, also beside instants written without them',
    holds: async (store) => {
      const whole = aVerification({ id: 'a-whole', createdAt: '2026-11-02T08:00:00Z' });
      const later = aVerification({ id: 'a-later', createdAt: '2026-11-02T08:00:00.5Z' });
      await begin(store, later, whole);
      expectSame(await openIdFor(store), 'a-later');
    },
  },
  {
    sentence: 'an open verification counts for its own member, membership and command only (AU1)',
    holds: async (store) => {
      await begin(store, aVerification());
      expectSame(await openIdFor(store), 'verification-1');
      expectSame(await openIdFor(store, { memberId: 'member-2' }), undefined);
      expectSame(await openIdFor(store, { membershipId: 'membership-2' }), undefined);
      expectSame(await openIdFor(store, { command: 'resumeRenewal' }), undefined);
      expectSame(await openIdFor(store, { tenantId: 'tenant-b' }), undefined);
    },
  },
  {
    sentence: 'a passed verification is found by its proof, and no longer by one it had before',
    holds: async (store) => {
      await begin(store, aVerification(), aVerification({ id: 'verification-2', proofHash: 'another-hash' }));
      expectSame(await store.transaction((rows) => rows.findVerificationByProof('tenant-a', 'proof-hash')), undefined);
      await put(store, aVerification(passed));
      const found = await store.transaction((rows) => rows.findVerificationByProof('tenant-a', 'proof-hash'));
      expectSame(found, aVerification(passed));
      await put(store, aVerification({ ...passed, proofHash: 'newer-hash' }));
      expectSame(await store.transaction((rows) => rows.findVerificationByProof('tenant-a', 'proof-hash')), undefined);
    },
  },
  {
    sentence: "a verification cannot name another tenant's membership, or none (AC2)",
    holds: async (store) => {
      await store.transaction((rows) => rows.putMembership(aMembership({ tenantId: 'tenant-b' })));
      await expectRefusal('membership_not_found', put(store, aVerification()));
      await expectRefusal('membership_not_found', put(store, aVerification({ membershipId: 'none' })));
      expectSame(await get(store), undefined);
    },
  },
];
