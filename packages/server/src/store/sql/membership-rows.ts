import type { Kysely, Selectable } from 'kysely';
import type { MembershipFilter, MembershipRecord, StoreRows } from '../../ports/store.ts';
import { staleVersionError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow({ tenantId, id, version, ...rest }: MembershipRecord): SqlTables['memberships'] {
  return {
    tenant_id: tenantId,
    id,
    version,
    holder_id: rest.holder.id,
    account_id: rest.account.id,
    data: toJsonText(rest),
  };
}

function toRecord(row: Selectable<SqlTables['memberships']>): MembershipRecord {
  return { tenantId: row.tenant_id, id: row.id, version: row.version, ...fromJsonText(row.data) };
}

/** One page of those whose column has the value; each column has its own index in order of id. */
async function pageBy(
  db: Kysely<SqlTables>,
  tenantId: string,
  column: 'holder_id' | 'account_id',
  value: string,
  { afterId, limit }: MembershipFilter,
): Promise<MembershipRecord[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where(column, '=', value)
    .$if(afterId !== null, (query) => query.where('id', '>', afterId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

async function insertFirst(db: Kysely<SqlTables>, record: MembershipRecord): Promise<bigint | undefined> {
  const result = await db
    .insertInto('memberships')
    .values(toRow(record))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows;
}

async function updateNext(db: Kysely<SqlTables>, record: MembershipRecord): Promise<bigint> {
  const result = await db
    .updateTable('memberships')
    .set(toRow(record))
    .where('tenant_id', '=', record.tenantId)
    .where('id', '=', record.id)
    .where('version', '=', record.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows;
}

/** Memberships in SQL. */
export function membershipRows(
  db: Kysely<SqlTables>,
): Pick<StoreRows, 'getMembership' | 'listMemberships' | 'putMembership'> {
  return {
    getMembership: async (tenantId, id) => {
      const row = await db
        .selectFrom('memberships')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toRecord(row);
    },

    // Two pages merged: with `or` an engine may read the whole tenant to find one member's rows in order.
    listMemberships: async (tenantId, filter) => {
      const own = await pageBy(db, tenantId, 'holder_id', filter.memberId, filter);
      if (filter.accountId === null) return own;
      const shared = await pageBy(db, tenantId, 'account_id', filter.accountId, filter);
      const byId = new Map([...own, ...shared].map((record) => [record.id, record]));
      return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, filter.limit);
    },

    putMembership: async (record) => {
      const written = record.version === 1 ? await insertFirst(db, record) : await updateNext(db, record);
      if (written !== 1n) throw staleVersionError(record.id, record.version);
    },
  };
}
