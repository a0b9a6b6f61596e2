import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { Kysely } from 'kysely';
import { nodeSqliteDialect } from '../../src/store/sql/node-sqlite-dialect.ts';
import { prepareQuery } from '../../src/store/sql/prepared-query.ts';
import type { SqlTables } from '../../src/store/sql/sql-tables.ts';

function openTable(): Kysely<SqlTables> {
  const database = new DatabaseSync(':memory:');
  database.exec('create table members (tenant_id, id, data)');
  database.exec("insert into members values ('a', '1', 'x'), ('b', '1', 'y')");
  return new Kysely<SqlTables>({ dialect: nodeSqliteDialect(database) });
}

test('a prepared query is built once, and answers by the values of each call wherever they stand in it', async () => {
  let built = 0;
  const byId = prepareQuery((db, value) => {
    built += 1;
    return db.selectFrom('members').select('data').where('id', '=', value(1)).where('tenant_id', '=', value(0));
  });
  const db = openTable();
  assert.equal((await byId(db, ['a', '1']))?.data, 'x');
  assert.equal((await byId(db, ['b', '1']))?.data, 'y');
  assert.equal(await byId(db, ['1', 'a']), undefined);
  assert.equal(built, 1);
});

test('a value written into a prepared query is found out, before it could be answered to everybody', async () => {
  const fixed = prepareQuery((db) => db.selectFrom('members').select('data').where('tenant_id', '=', 'a'));
  await assert.rejects(fixed(openTable(), []), /takes values by their place only/);
});
