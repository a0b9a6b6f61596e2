import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { ServiceError } from '../../src/service-error.ts';
import { createSqliteStore, openSqliteStore } from '../../src/store/sql/sqlite-store.ts';
import { translateSqliteError } from '../../src/store/sql/sqlite-errors.ts';
import { aMember, aMembership, anIntent, aReceipt, aUse, longText } from '../../src/testing/store/sample-records.ts';
import { beforeListedReceipts } from './before-listed-receipts.ts';
import { temporaryFile } from './temporary-file.ts';

/** Opens the file beside the store, as an administrator with the sqlite3 program would. */
function withDatabase<T>(file: string, use: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
}

async function detailOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(() => assert.fail('it opened'), (reason: unknown) => reason);
  assert.ok(error instanceof ServiceError);
  assert.equal(error.code, 'store_unavailable');
  return error.message;
}

test('DU1: rows are there after closing and opening again', async () => {
  const file = await temporaryFile();
  const before = await openSqliteStore({ file });
  await before.transaction(async (rows) => {
    await rows.putMembership(aMembership());
    await rows.insertIntent(anIntent({ answer: { status: 200, body: '{"a":1}' } }));
  });
  await before.close();
  const after = await openSqliteStore({ file });
  const intent = await after.transaction((rows) => rows.findIntent('tenant-a', 'member-1', 'key-1'));
  await after.close();
  assert.deepEqual(intent, anIntent({ answer: { status: 200, body: '{"a":1}' } }));
});

test('DU3: the store says engine, version, file, schema and the durability that SQLite reports', async () => {
  const file = await temporaryFile();
  const store = await openSqliteStore({ file });
  const description = store.describe();
  await store.close();
  assert.match(description, /^SQLite 3\.\d+\.\d+, file /);
  assert.ok(description.includes(file));
  assert.match(description, /schema 0003-listed-receipts, journal_mode=wal synchronous=FULL$/);
});

test('DU3: a file of a newer program is refused with both versions and the remedy, and left as it was', async () => {
  const file = await temporaryFile();
  await (await openSqliteStore({ file })).close();
  const newer = { name: '0042-from-the-future', timestamp: '2030-01-01T00:00:00.000Z' };
  withDatabase(file, (database) =>
    database.prepare('insert into leavewell_migration (name, timestamp) values ($name, $timestamp)').run(newer),
  );
  const detail = await detailOf(openSqliteStore({ file }));
  assert.match(detail, /has schema 0042-from-the-future/);
  assert.match(detail, /knows schemas up to 0003-listed-receipts/);
  assert.match(detail, /start the program version that wrote it, or restore a copy/);
  const names = withDatabase(file, (database) =>
    database.prepare('select name from leavewell_migration order by name').all().map((row) => row['name']),
  );
  assert.deepEqual(names, ['0001-first-tables', '0002-filed-records', '0003-listed-receipts', '0042-from-the-future']);
});

test('DU3: receipts of an older program are listed after the change, in order and for their member', async () => {
  const file = await temporaryFile();
  const before = await openSqliteStore({ file });
  for (const at of [1, 2, 3]) {
    const receipt = aReceipt(`CR-${at}`, { requestedAt: `2026-11-0${at}T08:00:00Z` });
    await before.transaction((rows) => rows.insertReceipt({ ...receipt, tenantId: `tenant-${at % 2}` }));
  }
  await before.close();
  withDatabase(file, (database) => beforeListedReceipts.forEach((statement) => database.exec(statement)));
  const after = await openSqliteStore({ file });
  const any = { accountId: null, membershipId: 'membership-1', after: null, limit: 5 };
  const found = await after.read((rows) => rows.listReceipts('tenant-1', { memberId: 'member-1', ...any }));
  const strange = await after.read((rows) => rows.listReceipts('tenant-1', { memberId: 'member-2', ...any }));
  await after.close();
  assert.deepEqual([found.map(({ receipt }) => receipt.id), strange], [['CR-3', 'CR-1'], []]);
});

test('an administrator gets the folders of a new file made', async () => {
  const file = join(dirname(await temporaryFile()), 'deep', 'er', 'members.db');
  const store = await openSqliteStore({ file });
  await store.close();
  assert.deepEqual(await readdir(dirname(file)), ['members.db'], 'one file, with the write-ahead log taken in');
});

test('an administrator who names an unusable path reads which option it was and what to name instead', async () => {
  const text = await temporaryFile();
  await writeFile(text, 'not a database, and long enough that nobody takes it for an empty one '.repeat(20));
  const folder = join(dirname(text), 'folder.db');
  await mkdir(folder);
  for (const file of [text, folder, join(text, 'below-a-file.db'), ':memory:']) {
    const detail = await detailOf(openSqliteStore({ file }));
    assert.ok(detail.startsWith('file: cannot use '), detail);
    assert.ok(detail.includes(file), detail);
    assert.match(detail, /name a file on a local disk, in a folder that this process may write/);
  }
});

test('DU2: a process that opens a new file while another writes there waits for it', async () => {
  const file = await temporaryFile();
  const other = new DatabaseSync(file);
  other.exec('create table another_one (id text); begin immediate');
  const opening = openSqliteStore({ file });
  const opened = opening.then(() => 'opened');
  const turns = (async () => {
    for (let turn = 0; turn < 200; turn++) await setImmediate();
    return 'waiting';
  })();
  assert.equal(await Promise.race([opened, turns]), 'waiting');
  other.exec('commit');
  other.close();
  await (await opening).close();
});

test('DU5: while another process holds the file, work is refused as unavailable; afterwards it goes on', async () => {
  const file = await temporaryFile();
  const store = await openSqliteStore({ file, busyTimeout: 10 });
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  await assert.rejects(store.transaction((rows) => rows.putMember(aMember())), {
    code: 'store_unavailable',
    message: /another process holds the file/,
  });
  other.close();
  await store.transaction((rows) => rows.putMember(aMember()));
  assert.deepEqual(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), aMember());
  await store.close();
});

test('DU5: on a full disk work is refused as unavailable and leaves nothing; with space again it goes on', async () => {
  const file = await temporaryFile();
  const database = new DatabaseSync(file);
  const store = await createSqliteStore(database, file);
  const write = (): Promise<void> =>
    store.transaction(async (rows) => {
      await rows.putMember(aMember());
      await rows.putMember(aMember({ id: 'large', name: longText.repeat(100) }));
    });
  database.exec('pragma max_page_count = 30');
  await assert.rejects(write(), { code: 'store_unavailable', message: /disk is full/ });
  assert.equal(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), undefined);
  database.exec('pragma max_page_count = 100000');
  await write();
  assert.deepEqual(await store.transaction((rows) => rows.getMember('tenant-a', 'member-1')), aMember());
  await store.close();
});

test('AC2: the tables refuse a row that names a membership of another tenant, also past the program', async () => {
  const file = await temporaryFile();
  const store = await openSqliteStore({ file });
  await store.transaction((rows) => rows.putMembership(aMembership({ tenantId: 'tenant-b' })));
  await store.close();
  withDatabase(file, (database) => {
    const insert = (tenant: string): void => {
      database
        .prepare(
          'insert into intents ' +
            '(tenant_id, id, member_id, idempotency_key, membership_id, target, started_at_ms, leased_until, data) ' +
            `values (?, 'i', 'm', 'k', 'membership-1', 't', 0, '', '{}')`,
        )
        .run(tenant);
    };
    assert.throws(() => insert('tenant-a'), /FOREIGN KEY/);
    insert('tenant-b');
  });
});

test('AC2: every primary key and foreign key of the tables begins with the tenant', async () => {
  const file = await temporaryFile();
  await (await openSqliteStore({ file })).close();
  withDatabase(file, (database) => {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' and name not like '%migration%'")
      .all()
      .map((row) => String(row['name']));
    const withoutTenant = ['notices'];
    const withTenant = ['events', 'filed', 'intents', 'members', 'memberships', 'outbox', 'receipts', 'uses', 'verifications'];
    assert.deepEqual(tables.sort(), [...withTenant, ...withoutTenant].sort());
    for (const table of withTenant) {
      const [first] = database.prepare('select name from pragma_table_info(?) where pk = 1').all(table);
      assert.equal(first?.['name'], 'tenant_id', table);
      const foreign = database.prepare('select "from", "to" from pragma_foreign_key_list(?) where seq = 0').all(table);
      for (const key of foreign) assert.deepEqual({ ...key }, { from: 'tenant_id', to: 'tenant_id' }, table);
    }
  });
});

test('RL1: counts whose windows are over do not pile up, and those that run stay', async () => {
  const file = await temporaryFile();
  const store = await openSqliteStore({ file });
  const use = (key: string, now: string, windowSeconds: number): Promise<unknown> =>
    store.transaction((rows) => rows.countUse(aUse({ key, now, windowSeconds })));
  for (let index = 0; index < 50; index++) await use(`address ${index}`, '2026-11-02T08:00:00Z', 60);
  await use('day', '2026-11-02T08:00:00Z', 86_400);
  await use('address 50', '2026-11-02T08:01:00Z', 60);
  await store.close();
  const keys = withDatabase(file, (database) =>
    database.prepare('select key from uses order by key').all().map((row) => row['key']),
  );
  assert.deepEqual(keys, ['address 50', 'day']);
});

test("an error that is not SQLite's, or that no remedy fits, is passed on as it is", () => {
  const syntaxError = Object.assign(new Error('SQL logic error'), { errcode: 1 });
  for (const error of [new Error('other'), new ServiceError('in_progress'), syntaxError, 7]) {
    assert.equal(translateSqliteError(error), error);
  }
});

test('DU5: extended result codes are understood by their primary code, with the original as cause', () => {
  const readFailed = Object.assign(new Error('disk I/O error'), { errcode: 266 });
  const translated = translateSqliteError(readFailed);
  assert.ok(translated instanceof ServiceError);
  assert.equal(translated.code, 'store_unavailable');
  assert.match(translated.message, /SQLITE_IOERR/);
  assert.equal(translated.cause, readFailed);
});
