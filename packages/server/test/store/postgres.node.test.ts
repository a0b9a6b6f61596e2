import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServiceError } from '../../src/service-error.ts';
import { translatePostgresError } from '../../src/store/sql/postgres-errors.ts';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { aMember, aMembership, aReceipt, aUse } from '../../src/testing/store/sample-records.ts';
import { beforeListedReceipts } from './before-listed-receipts.ts';
import { asAdmin, openEmptyPostgresStore, postgres } from './postgres-database.ts';

async function detailOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(() => assert.fail('it opened'), (reason: unknown) => reason);
  assert.ok(error instanceof ServiceError);
  assert.equal(error.code, 'store_unavailable');
  return error.message;
}

const withCode = (code: string): Error => Object.assign(new Error('as PostgreSQL says it'), { code });

test('DU3: the store says engine, place, schema, durability and row security, and not the password', async () => {
  const store = await openEmptyPostgresStore();
  const description = store.describe();
  await store.close();
  const { host, password } = new URL(postgres.url);
  assert.match(description, /^PostgreSQL 18\.\d+[^,]*, host /);
  assert.ok(description.includes(`host ${host}, database memberships, schema 0003-listed-receipts`), description);
  assert.match(description, /fsync=on synchronous_commit=on, row security in force for role member_service$/);
  assert.ok(!description.includes(password));
});

test('DU3: a role that no policy stops is named at the start', async () => {
  const store = await openPostgresStore({ url: postgres.adminUrl });
  assert.match(store.describe(), /row security NOT in force: role postgres bypasses it, use an ordinary one$/);
  await store.close();
});

test('DU3: commits wait for the disk also where the database was set not to; stronger settings stay', async () => {
  for (const [set, kept] of [['off', 'on'], ['local', 'on'], ['remote_apply', 'remote_apply']]) {
    await asAdmin(`alter role member_service set synchronous_commit = '${set}'`);
    const store = await openEmptyPostgresStore();
    assert.match(store.describe(), new RegExp(`synchronous_commit=${kept},`));
    await store.close();
  }
  await asAdmin('alter role member_service reset synchronous_commit');
});

test('DU3: a database of a newer program is refused with both versions and the remedy', async () => {
  await (await openEmptyPostgresStore()).close();
  const newer = "('0042-from-the-future', '2030-01-01T00:00:00.000Z')";
  await asAdmin(`insert into leavewell.leavewell_migration values ${newer}`);
  const detail = await detailOf(openPostgresStore({ url: postgres.url }));
  assert.match(detail, /has schema 0042-from-the-future/);
  assert.match(detail, /knows schemas up to 0003-listed-receipts/);
  await asAdmin("delete from leavewell.leavewell_migration where name = '0042-from-the-future'");
  await (await openPostgresStore({ url: postgres.url })).close();
});

test('DU3: receipts of an older program are listed after the change, in order and for their member', async () => {
  const before = await openEmptyPostgresStore();
  for (const at of [1, 2, 3]) {
    const receipt = aReceipt(`CR-${at}`, { requestedAt: `2026-11-0${at}T08:00:00Z` });
    await before.transaction((rows) => rows.insertReceipt({ ...receipt, tenantId: `tenant-${at % 2}` }));
  }
  await before.close();
  for (const statement of beforeListedReceipts) await asAdmin(`set search_path to leavewell; ${statement}`);
  const after = await openPostgresStore({ url: postgres.url });
  const any = { accountId: null, membershipId: 'membership-1', after: null, limit: 5 };
  const found = await after.read((rows) => rows.listReceipts('tenant-1', { memberId: 'member-1', ...any }));
  const strange = await after.read((rows) => rows.listReceipts('tenant-1', { memberId: 'member-2', ...any }));
  await after.close();
  assert.deepEqual([found.map(({ receipt }) => receipt.id), strange], [['CR-3', 'CR-1'], []]);
});

test('an administrator with an unusable address reads which option it was and what to give, no password', async () => {
  const changed = (change: (url: URL) => void): string => {
    const url = new URL(postgres.url);
    change(url);
    return url.href;
  };
  const wrong = {
    'is not an address': 'memberships.db',
    ECONNREFUSED: changed((url) => (url.port = '1')),
    'check user and password': changed((url) => (url.password = 'wrong')),
    'there is no such database': changed((url) => (url.pathname = '/none')),
  };
  for (const [reason, url] of Object.entries(wrong)) {
    const detail = await detailOf(openPostgresStore({ url }));
    assert.ok(detail.startsWith('url: cannot use '), detail);
    assert.ok(detail.includes(reason), detail);
    assert.match(detail, /give postgres:\/\/role:password@host:port\/database of a running server$/);
    assert.ok(!detail.includes(new URL(postgres.url).password), detail);
  }
});

test('DU2: ten processes that start at once on an empty database all find its tables', async () => {
  const url = await postgres.createDatabase();
  const stores = await Promise.all(Array.from({ length: 10 }, () => openPostgresStore({ url, maxConnections: 1 })));
  await Promise.all(
    stores.map((store, index) => store.transaction((rows) => rows.putMember(aMember({ id: `member-${index}` })))),
  );
  await Promise.all(stores.map((store) => store.close()));
});

test('XO2: stores of several processes that change the same rows at once lose nothing', async () => {
  await (await openEmptyPostgresStore()).close();
  const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore({ url: postgres.url })));
  const uses = Array.from({ length: 100 }, (_, index) =>
    stores[index % stores.length]?.transaction(async (rows) => {
      const seen = await rows.getMembership('tenant-a', 'membership-1');
      await rows.putMembership(aMembership({ version: (seen?.version ?? 0) + 1 }));
      return (await rows.countUse(aUse())).count;
    }),
  );
  const counts = (await Promise.all(uses)).map(Number).toSorted((a, b) => a - b);
  assert.deepEqual(counts, Array.from({ length: 100 }, (_, index) => index + 1));
  await Promise.all(stores.map((store) => store.close()));
});

test('three hundred reads at once each get their own row, or none, of their own tenant (AC2)', async () => {
  const store = await openEmptyPostgresStore();
  const ids = Array.from({ length: 20 }, (_, index) => `member-${index}`);
  await store.transaction(async (rows) => {
    for (const id of ids) await rows.putMember(aMember({ id, name: `a ${id}` }));
    await rows.putMember(aMember({ tenantId: 'tenant-b', id: 'member-0', name: 'b' }));
  });
  const read = (tenantId: string, id: string) => store.read((rows) => rows.getMember(tenantId, id));
  const asked = Array.from({ length: 100 }, (_, index) => ids[index % 20] ?? '');
  const [own, foreign, absent] = await Promise.all([
    Promise.all(asked.map((id) => read('tenant-a', id))),
    Promise.all(asked.map((id) => read('tenant-b', id))),
    Promise.all(asked.map((id) => read('tenant-a', `${id}-absent`))),
  ]);
  assert.deepEqual(own.map((member) => member?.name), asked.map((id) => `a ${id}`));
  assert.deepEqual(foreign.map((member) => member?.name), asked.map((id) => (id === 'member-0' ? 'b' : undefined)));
  assert.ok(absent.every((member) => member === undefined));
  const reads = ids.map((id) => read('tenant-a', id));
  await store.close();
  assert.ok((await Promise.allSettled(reads)).every(({ status }) => status === 'fulfilled'));
  await assert.rejects(read('tenant-a', 'member-0'), { code: 'store_unavailable' });
});

test('of two works that wait for each other one runs again, also when it hid what it was told', async () => {
  const store = await openEmptyPostgresStore();
  let runs = 0;
  const [leftHas, rightHas] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const work = (own: string, other: string, has: () => void, othersHas: Promise<void>) =>
    store.transaction(async (rows) => {
      runs += 1;
      await rows.putMember(aMember({ id: own }));
      has();
      await othersHas;
      await rows.getMember('tenant-a', other).catch(() => 'hidden');
    });
  await Promise.all([
    work('left', 'right', leftHas.resolve, rightHas.promise),
    work('right', 'left', rightHas.resolve, leftHas.promise),
  ]);
  assert.equal(runs, 3);
  const stored = await store.read((rows) => Promise.all(['left', 'right'].map((id) => rows.getMember('tenant-a', id))));
  assert.deepEqual(
    stored.map((member) => member?.id),
    ['left', 'right'],
  );
  await store.close();
});

test('a work that hides a failed statement is not acknowledged, because PostgreSQL took everything back', async () => {
  const store = await openEmptyPostgresStore();
  const hiding = store.transaction(async (rows) => {
    await rows.putMember(aMember());
    await rows.getMember('tenant-a', 'zero\u0000byte').catch(() => undefined);
  });
  await assert.rejects(hiding, /rolled the transaction back/);
  assert.equal(await store.read((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
  await store.close();
});

test('a work that loses again and again is refused as unavailable after 20 times', async () => {
  const store = await openEmptyPostgresStore();
  let runs = 0;
  const losing = store.transaction(async (rows) => {
    runs += 1;
    await rows.putMember(aMember({ name: `run ${runs}` }));
    throw withCode('40001');
  });
  await assert.rejects(losing, { code: 'store_unavailable', message: /too many processes changed the same rows/ });
  assert.equal(runs, 20);
  assert.equal(await store.read((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
  await store.close();
});

test('a zero byte, which PostgreSQL cannot keep, is the fault of the request and not of the server', async () => {
  const store = await openEmptyPostgresStore();
  const refusal = { code: 'invalid_request', status: 400 };
  await assert.rejects(store.read((rows) => rows.getMember('tenant-a', 'zero\u0000byte')), refusal);
  await assert.rejects(
    store.transaction((rows) => rows.putMembership(aMembership({ providerReference: '\u0000' }))),
    refusal,
  );
  const member = aMember({ name: 'in a name it is kept: \u0000' });
  await store.transaction((rows) => rows.putMember(member));
  assert.deepEqual(await store.read((rows) => rows.getMember('tenant-a', 'member-1')), member);
  await store.close();
});

test('DU5: connections that were cut while nobody used them are replaced, and the process lives', async () => {
  const store = await openEmptyPostgresStore();
  await Promise.all(Array.from({ length: 5 }, (_, index) =>
    store.transaction((rows) => rows.putMember(aMember({ id: `member-${index}` }))),
  ));
  await asAdmin("select pg_terminate_backend(pid, 1000) from pg_stat_activity where usename = 'member_service'");
  const read = () => store.read((rows) => rows.getMember('tenant-a', 'member-4'));
  // One may still be taken for alive; it is refused as a lost connection is, and the next is a new one.
  const first = await read().catch((error: unknown) => error);
  if (first instanceof Error) assert.equal(first instanceof ServiceError && first.code, 'store_unavailable');
  assert.equal((await read())?.id, 'member-4');
  await store.close();
});

test('DU5: a connection that is cut within a transaction refuses it, and nothing of it stays', async () => {
  const store = await openEmptyPostgresStore();
  const cut = store.transaction(async (rows) => {
    await rows.putMember(aMember());
    await asAdmin("select pg_terminate_backend(pid, 1000) from pg_stat_activity where usename = 'member_service'");
    await rows.putMember(aMember({ id: 'member-2' }));
  });
  await assert.rejects(cut, { code: 'store_unavailable' });
  assert.equal(await store.read((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
  await store.close();
});

test('DU5: an error that means the database is away or at its end is unavailable and says what helps', () => {
  const remedies: Record<string, RegExp> = {
    '57P01': /going down/,
    '57014': /took too long/,
    '53300': /out of connections/,
    '53100': /disk/,
    '25006': /read-only/,
    '08006': /connection was lost/,
    '55P03': /locked/,
    '40P01': /too many processes/,
    '42501': /lacks a right/,
    XX001: /failed/,
    ECONNRESET: /cannot be reached/,
  };
  for (const [code, remedy] of Object.entries(remedies)) {
    const cause = withCode(code);
    const translated = translatePostgresError(cause);
    assert.ok(translated instanceof ServiceError, code);
    assert.equal(translated.status, 503, code);
    assert.match(translated.message, remedy);
    assert.equal(translated.cause, cause);
  }
});

test("an error that is not PostgreSQL's, or that no remedy fits, is passed on as it is", () => {
  for (const error of [new Error('other'), new ServiceError('in_progress'), withCode('42601'), withCode('ENOENT'), 7]) {
    assert.equal(translatePostgresError(error), error);
  }
});
