import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import type { PoolClient } from 'pg';
import { sessionOf } from '../../src/store/sql/postgres-session.ts';
import { connectRaw } from './postgres-database.ts';

/** A connection that notes what is sent over it. */
async function connect(): Promise<{ client: PoolClient; sent: string[] }> {
  const client = Object.assign(await connectRaw({ pipeline: true }), { release: () => {} });
  const sent: string[] = [];
  const query = client.query.bind(client);
  Object.defineProperty(client, 'query', {
    value: (asked: string | { text: string }, ...rest: unknown[]) => {
      sent.push(typeof asked === 'string' ? asked : asked.text);
      return Reflect.apply(query, undefined, [asked, ...rest]);
    },
  });
  return { client, sent };
}

const ask = CompiledQuery.raw("select current_setting('leavewell.tenant') as tenant");
const set = "select set_config('leavewell.tenant', $1, false)";

test('the tenant is sent only when it changes, together with the statement that needs it', async () => {
  const { client, sent } = await connect();
  const session = sessionOf(client);
  for (const tenantId of ['tenant-a', 'tenant-a', 'tenant-b', 'tenant-b', 'tenant-a']) {
    const { rows } = await session.connectionOf(tenantId).executeQuery(ask);
    assert.deepEqual(rows, [{ tenant: tenantId }]);
  }
  assert.deepEqual(sent, [set, ask.sql, ask.sql, set, ask.sql, ask.sql, set, ask.sql]);
});

test('the tenant stays over a commit without being sent again, and is sent again after a rollback', async () => {
  const { client, sent } = await connect();
  const session = sessionOf(client);
  const tenantNow = async (tenantId: string) => (await session.connectionOf(tenantId).executeQuery(ask)).rows;
  await tenantNow('tenant-a');
  for (const end of ['commit', 'rollback'] as const) {
    await session.begin();
    await tenantNow('tenant-b');
    await session[end]();
    sent.length = 0;
    assert.deepEqual(await tenantNow('tenant-b'), [{ tenant: 'tenant-b' }], end);
    assert.deepEqual(sent, end === 'commit' ? [ask.sql] : [set, ask.sql]);
    await tenantNow('tenant-a');
  }
});

test('statements for two tenants at once each run as their own', async () => {
  const session = sessionOf((await connect()).client);
  const tenants = Array.from({ length: 20 }, (_, index) => `tenant-${index % 3}`);
  const answers = await Promise.all(tenants.map((tenantId) => session.connectionOf(tenantId).executeQuery(ask)));
  assert.deepEqual(answers.flatMap(({ rows }) => rows), tenants.map((tenant) => ({ tenant })));
});
