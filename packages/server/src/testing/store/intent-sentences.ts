import type { IntentRecord, Store } from '../../ports/store.ts';
import { expectRefusal, expectRejection, expectSame } from './expectations.ts';
import { aMembership, anIntent, longText } from './sample-records.ts';
import type { StoreSentence } from './store-sentence.ts';

/** Stores membership-1 of both tenants, then the intents. */
async function begin(store: Store, ...intents: IntentRecord[]): Promise<void> {
  await store.transaction(async (rows) => {
    await rows.putMembership(aMembership());
    await rows.putMembership(aMembership({ tenantId: 'tenant-b' }));
    for (const intent of intents) await rows.insertIntent(intent);
  });
}

function insert(store: Store, intent: IntentRecord): Promise<void> {
  return store.transaction((rows) => rows.insertIntent(intent));
}

function find(store: Store, { tenantId, memberId, idempotencyKey }: IntentRecord): Promise<IntentRecord | undefined> {
  return store.transaction((rows) => rows.findIntent(tenantId, memberId, idempotencyKey));
}

function findOpen(
  store: Store,
  tenantId = 'tenant-a',
  membershipId = 'membership-1',
): Promise<IntentRecord | undefined> {
  return store.read((rows) => rows.findOpenIntent(tenantId, membershipId));
}

/** Takes the lease if nobody holds it at `now`, as a request and the outbox do; answers whether it was taken. */
function take(store: Store, now: string, until: string): Promise<boolean> {
  return store.transaction(async (rows) => {
    const intent = await rows.findIntent('tenant-a', 'member-1', 'key-1');
    if (!intent || Date.parse(intent.leasedUntil) > Date.parse(now)) return false;
    await rows.leaseIntent('tenant-a', intent.id, until);
    return true;
  });
}

/** Differs from `anIntent()` in all that has to be unique. */
const another = { id: 'intent-2', idempotencyKey: 'key-2', target: 'another target' };

/** What a store promises about intents: one per key of a member, one per target. */
export const intentSentences: readonly StoreSentence[] = [
  {
    sentence: 'an intent is found by its member and key, and not by those of another',
    holds: async (store) => {
      const intent = anIntent();
      await begin(store, intent);
      expectSame(await find(store, intent), intent);
      expectSame(await find(store, anIntent({ memberId: 'member-2' })), undefined);
      expectSame(await find(store, anIntent({ idempotencyKey: 'key-2' })), undefined);
      expectSame(await find(store, anIntent({ tenantId: 'tenant-b' })), undefined);
    },
  },
  {
    sentence: 'the oldest intent without an answer is the open one of its membership',
    holds: async (store) => {
      const older = anIntent({ ...another, startedAt: '2026-11-02T07:59:59.5Z' });
      await begin(store, anIntent(), older);
      expectSame(await findOpen(store), older);
      await store.transaction((rows) => rows.answerIntent(older, { status: 200, body: '{}' }));
      expectSame(await findOpen(store), anIntent());
      await store.transaction((rows) => rows.deleteIntent('tenant-a', 'intent-1'));
      expectSame(await findOpen(store), undefined);
    },
  },
  {
    sentence: 'an open intent is of its own membership and tenant only (AC2)',
    holds: async (store) => {
      await begin(store, anIntent());
      expectSame(await findOpen(store, 'tenant-a', 'membership-2'), undefined);
      expectSame(await findOpen(store, 'tenant-b'), undefined);
    },
  },
  {
    sentence: 'a second intent under one key of a member is refused as in progress (XO2)',
    holds: async (store) => {
      await begin(store, anIntent());
      await expectRefusal('in_progress', insert(store, anIntent({ ...another, idempotencyKey: 'key-1' })));
      expectSame(await find(store, anIntent()), anIntent());
    },
  },
  {
    sentence: 'a second intent with one target is refused as in progress, also from another member (XO2)',
    holds: async (store) => {
      await begin(store, anIntent());
      const rival = anIntent({ ...another, memberId: 'member-2', target: anIntent().target });
      await expectRefusal('in_progress', insert(store, rival));
      expectSame(await find(store, rival), undefined);
    },
  },
  {
    sentence: 'a second intent with one id is refused as in progress',
    holds: async (store) => {
      await begin(store, anIntent());
      await expectRefusal('in_progress', insert(store, anIntent({ ...another, id: 'intent-1' })));
    },
  },
  {
    sentence: 'two members may use one key, and two tenants the same id, key and target',
    holds: async (store) => {
      const neighbor = anIntent({ ...another, memberId: 'member-2', idempotencyKey: 'key-1' });
      const abroad = anIntent({ tenantId: 'tenant-b', requestHash: 'hash-b' });
      await begin(store, anIntent(), neighbor, abroad);
      expectSame(await find(store, anIntent()), anIntent());
      expectSame(await find(store, neighbor), neighbor);
      expectSame(await find(store, abroad), abroad);
    },
  },
  {
    sentence: 'of 20 intents with one target that start at once exactly one is stored (XO2)',
    holds: async (store) => {
      await begin(store);
      const rivals = Array.from({ length: 20 }, (_, n) => anIntent({ id: `intent-${n}`, idempotencyKey: `key-${n}` }));
      const outcomes = await Promise.allSettled(rivals.map((rival) => insert(store, rival)));
      expectSame(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      const found = await Promise.all(rivals.map((rival) => find(store, rival)));
      expectSame(found.filter((intent) => intent !== undefined).length, 1);
    },
  },
  {
    sentence: 'a work that catches a refusal, also of a foreign membership, can go on in its transaction',
    holds: async (store) => {
      await begin(store, anIntent());
      const seen = await store.transaction(async (rows) => {
        await expectRefusal('in_progress', rows.insertIntent(anIntent({ ...another, idempotencyKey: 'key-1' })));
        await expectRefusal('membership_not_found', rows.insertIntent(anIntent({ ...another, membershipId: 'none' })));
        await rows.insertIntent(anIntent(another));
        return rows.findIntent('tenant-a', 'member-1', 'key-1');
      });
      expectSame(seen, anIntent());
      expectSame(await find(store, anIntent(another)), anIntent(another));
    },
  },
  {
    sentence: 'a lease is held until its instant and changes nothing else (XO2)',
    holds: async (store) => {
      await begin(store, anIntent({ leasedUntil: '2026-11-02T08:01:00Z' }));
      expectSame(await take(store, '2026-11-02T08:00:59.999Z', '2026-11-02T08:02:00Z'), false);
      expectSame(await find(store, anIntent()), anIntent({ leasedUntil: '2026-11-02T08:01:00Z' }));
      expectSame(await take(store, '2026-11-02T08:01:00Z', '2026-11-02T08:02:00Z'), true);
      expectSame(await find(store, anIntent()), anIntent({ leasedUntil: '2026-11-02T08:02:00Z' }));
    },
  },
  {
    sentence: 'of 20 who take one lease at once exactly one has it (XO2)',
    holds: async (store) => {
      await begin(store, anIntent({ leasedUntil: '2026-11-02T08:01:00Z' }));
      const tries = Array.from({ length: 20 }, () => take(store, '2026-11-02T08:01:00Z', '2026-11-02T08:02:00Z'));
      expectSame((await Promise.all(tries)).filter((taken) => taken).length, 1);
    },
  },
  {
    sentence: "a lease cannot be taken on an intent that is not stored, or is another tenant's (AC2)",
    holds: async (store) => {
      await begin(store, anIntent());
      const lease = (tenantId: string, id: string): Promise<void> =>
        store.transaction((rows) => rows.leaseIntent(tenantId, id, '2026-11-03T00:00:00Z'));
      await expectRefusal('version_conflict', lease('tenant-a', 'none'));
      await expectRefusal('version_conflict', lease('tenant-b', 'intent-1'));
      expectSame(await find(store, anIntent()), anIntent());
    },
  },
  {
    sentence: 'an answer comes back byte for byte on every repeat (XO3)',
    holds: async (store) => {
      const answer = { status: 200, body: JSON.stringify({ text: longText }, null, 3) };
      await begin(store, anIntent(), anIntent(another));
      await store.transaction((rows) => rows.answerIntent(anIntent(), answer));
      expectSame(await find(store, anIntent()), anIntent({ answer }));
      expectSame((await find(store, anIntent()))?.answer?.body, answer.body);
      expectSame(await find(store, anIntent(another)), anIntent(another));
    },
  },
  {
    sentence: 'an intent is answered once, and only by whoever holds its lease',
    holds: async (store) => {
      const intent = anIntent({ leasedUntil: '2026-11-02T08:01:00Z' });
      await begin(store, intent);
      const answer = { status: 200, body: '{"first":true}' };
      const late = { ...intent, leasedUntil: '2026-11-02T08:00:30Z' };
      await expectRefusal('version_conflict', store.transaction((rows) => rows.answerIntent(late, answer)));
      await store.transaction((rows) => rows.answerIntent(intent, answer));
      const again = { status: 200, body: '{"second":true}' };
      await expectRefusal('version_conflict', store.transaction((rows) => rows.answerIntent(intent, again)));
      expectSame((await find(store, intent))?.answer, answer);
    },
  },
  {
    sentence: 'an intent that is not stored cannot be answered',
    holds: async (store) => {
      await begin(store);
      await expectRejection(
        store.transaction((rows) => rows.answerIntent(anIntent(), { status: 200, body: '{}' })),
      );
      expectSame(await find(store, anIntent()), undefined);
    },
  },
  {
    sentence: 'a deleted intent is forgotten and can be tried afresh; deleting it again does nothing',
    holds: async (store) => {
      await begin(store, anIntent(), anIntent(another));
      await store.transaction((rows) => rows.deleteIntent('tenant-a', 'intent-1'));
      await store.transaction((rows) => rows.deleteIntent('tenant-a', 'intent-1'));
      expectSame(await find(store, anIntent()), undefined);
      expectSame(await find(store, anIntent(another)), anIntent(another));
      await insert(store, anIntent({ requestHash: 'hash-2' }));
      expectSame(await find(store, anIntent()), anIntent({ requestHash: 'hash-2' }));
    },
  },
  {
    sentence: "another tenant neither answers nor deletes this tenant's intent (AC2)",
    holds: async (store) => {
      await begin(store, anIntent());
      await expectRejection(
        store.transaction((rows) => rows.answerIntent(anIntent({ tenantId: 'tenant-b' }), { status: 200, body: '{}' })),
      );
      await store.transaction((rows) => rows.deleteIntent('tenant-b', 'intent-1'));
      expectSame(await find(store, anIntent()), anIntent());
    },
  },
  {
    sentence: "an intent cannot name another tenant's membership, or none (AC2)",
    holds: async (store) => {
      await store.transaction((rows) => rows.putMembership(aMembership({ tenantId: 'tenant-b' })));
      await expectRefusal('membership_not_found', insert(store, anIntent()));
      await expectRefusal('membership_not_found', insert(store, anIntent({ membershipId: 'none' })));
      expectSame(await find(store, anIntent()), undefined);
    },
  },
];
