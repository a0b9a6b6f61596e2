import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { aMember, aMembership, anEvent, anIntent, anOutboxRow } from '../../src/testing/store/sample-records.ts';
import { aFeedback, aReceipt, aUse, aVerification } from '../../src/testing/store/sample-records.ts';
import { asAdmin, connectRaw, openEmptyPostgresStore, postgres } from './postgres-database.ts';

const tenantTables = ['events', 'filed', 'intents', 'members', 'memberships', 'outbox', 'receipts', 'uses', 'verifications'];

/** The service's own role, and every WHERE of the service cut out. */
const raw = await connectRaw();

before(async () => {
  const store = await openEmptyPostgresStore();
  for (const tenantId of ['tenant-a', 'tenant-b']) {
    await store.transaction(async (rows) => {
      await rows.putMember(aMember({ tenantId }));
      await rows.putMembership(aMembership({ tenantId }));
      await rows.insertIntent(anIntent({ tenantId }));
      await rows.putVerification(aVerification({ tenantId }));
      await rows.insertReceipt({ ...aReceipt(), tenantId });
      await rows.addToOutbox(anOutboxRow({ tenantId }));
      await rows.addEvent(anEvent({ tenantId }));
      await rows.countUse(aUse({ tenantId }));
      await rows.insertFiled('feedback', aFeedback({ tenantId }));
    });
  }
  await store.close();
});

async function become(tenant: string): Promise<void> {
  await raw.query("select set_config('leavewell.tenant', $1, false)", [tenant]);
}

/** Runs what may not stay, and answers how many rows it reached. */
async function reached(text: string): Promise<number> {
  await raw.query('begin');
  try {
    return (await raw.query(text)).rowCount ?? 0;
  } finally {
    await raw.query('rollback');
  }
}

async function tenantsSeen(table: string): Promise<string[]> {
  const { rows } = await raw.query(`select distinct tenant_id from leavewell.${table} order by 1`);
  return rows.map(({ tenant_id }) => String(tenant_id));
}

test('AC2: a session of one tenant sees, changes and removes 0 rows of another without any WHERE', async () => {
  await become('tenant-a');
  for (const table of tenantTables) {
    assert.deepEqual(await tenantsSeen(table), ['tenant-a'], table);
    assert.equal(await reached(`update leavewell.${table} set tenant_id = tenant_id`), 1, table);
    assert.equal(await reached(`update leavewell.${table} set tenant_id = tenant_id where tenant_id = 'tenant-b'`), 0);
    if (table !== 'memberships') assert.equal(await reached(`delete from leavewell.${table}`), 1, table);
  }
});

test('AC2: a session of one tenant cannot write a row for another, nor hand one over', async () => {
  await become('tenant-a');
  for (const table of tenantTables) {
    const refused = { code: '42501', message: /row-level security/ };
    await assert.rejects(reached(`update leavewell.${table} set tenant_id = 'tenant-b'`), refused, table);
    const columns = (await raw.query(`select * from leavewell.${table}`)).fields.map(({ name }) => name);
    const values = columns.map((name) => (name === 'tenant_id' ? "'tenant-b'" : name));
    const copy = `insert into leavewell.${table} select ${values.join(', ')} from leavewell.${table}`;
    await assert.rejects(reached(copy), refused, table);
  }
});

test('AC2: a session of no tenant, or of one that is not there, sees nothing', async () => {
  for (const tenant of ['', 'tenant-c', 'tenant', 'tenant-%']) {
    await become(tenant);
    for (const table of tenantTables) assert.deepEqual(await tenantsSeen(table), [], `${tenant} ${table}`);
  }
});

test('AC2: a session for every tenant reads what is looked for across them, and writes nothing', async () => {
  await become('*');
  for (const table of tenantTables) {
    const seen = ['memberships', 'outbox'].includes(table) ? ['tenant-a', 'tenant-b'] : [];
    assert.deepEqual(await tenantsSeen(table), seen, table);
    assert.equal(await reached(`update leavewell.${table} set tenant_id = tenant_id`), 0, table);
    assert.equal(await reached(`delete from leavewell.${table}`), 0, table);
  }
  const insert = "insert into leavewell.members (tenant_id, id, data) values ('*', 'member-1', '{}')";
  await assert.rejects(reached(insert), /members_tenant_id_check/, 'no tenant is called *');
});

test('AC2: every table with a tenant has row security, for its owner too, and every key begins with it', async () => {
  const tables = await asAdmin(
    `select relname, relrowsecurity and relforcerowsecurity as secured from pg_class
      join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id'
      where relnamespace = 'leavewell'::regnamespace and relkind = 'r' order by 1`,
  );
  assert.deepEqual(tables, tenantTables.map((relname) => ({ relname, secured: true })));
  const keys = await asAdmin(
    `select conname, attname from pg_constraint join pg_class on pg_class.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where connamespace = 'leavewell'::regnamespace and contype in ('p', 'f', 'u') and relname = any($1)`,
    [tenantTables],
  );
  assert.ok(keys.length >= 12);
  for (const { conname, attname } of keys) assert.equal(attname, 'tenant_id', String(conname));
});

test('one connection serves one tenant after the other, also after a transaction of one was taken back', async () => {
  const store = await openPostgresStore({ url: postgres.url, maxConnections: 1 });
  const seen = async (tenantId: string): Promise<string | undefined> =>
    (await store.read((rows) => rows.getMember(tenantId, 'member-1')))?.tenantId;
  assert.equal(await seen('tenant-a'), 'tenant-a');
  const givenUp = store.transaction(async (rows) => {
    assert.equal((await rows.getMember('tenant-b', 'member-1'))?.tenantId, 'tenant-b');
    throw new Error('given up');
  });
  await assert.rejects(givenUp, /given up/);
  assert.equal(await seen('tenant-b'), 'tenant-b');
  assert.equal(await seen('tenant-a'), 'tenant-a');
  await store.transaction((rows) => rows.getMember('tenant-b', 'member-1'));
  assert.equal(await seen('tenant-b'), 'tenant-b');
  await store.close();
});
