import type { Kysely, Selectable } from 'kysely';
import type { MembershipFilter, MembershipRecord, StoreRows } from '../../ports/store.ts';
import { mostByOrderNumber, orderKey } from '../order-key.ts';
import { foreignMembershipError, staleVersionError } from '../store-errors.ts';
import { fromJsonText, toJsonText } from './json-text.ts';
import { anyOf } from './any-of.ts';
import { prepareQuery } from './prepared-query.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow({ tenantId, id, version, ...rest }: MembershipRecord): SqlTables['memberships'] {
  return {
    tenant_id: tenantId,
    id,
    version,
    holder_id: rest.holder.id,
    account_id: rest.account.id,
    provider: rest.provider,
    provider_reference: rest.providerReference,
    order_key: rest.orderNumber === null ? null : orderKey(rest.orderNumber),
    data: toJsonText(rest),
  };
}

type Row = Pick<Selectable<SqlTables['memberships']>, 'tenant_id' | 'id' | 'version' | 'data'>;

function toRecord(row: Row): MembershipRecord {
  return { tenantId: row.tenant_id, id: row.id, version: row.version, ...fromJsonText(row.data) };
}

const columns = ['tenant_id', 'id', 'version', 'data'] as const;

const byId = prepareQuery((db, value) =>
  db.selectFrom('memberships').select(columns).where('tenant_id', '=', value(0)).where('id', '=', value(1)),
);

/** Those of the tenant that have one of the ids, in any order. */
export async function readMemberships(
  scope: SqlScope,
  tenantId: string,
  ids: readonly string[],
): Promise<MembershipRecord[]> {
  const rows = await scope
    .inTenant(tenantId)
    .selectFrom('memberships')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', anyOf(ids))
    .execute();
  return rows.map(toRecord);
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
    .select(columns)
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

/**
 * Refuses a row that names a membership its tenant does not have. The foreign key would refuse it too, but on
 * PostgreSQL a failed statement ends the whole transaction.
 */
export async function requireMembership(db: Kysely<SqlTables>, tenantId: string, id: string): Promise<void> {
  if ((await byId(db, [tenantId, id])) === undefined) throw foreignMembershipError();
}

/** Memberships in SQL. */
export function membershipRows(
  scope: SqlScope,
): Pick<StoreRows, 'getMembership' | 'listMemberships' | 'findByReference' | 'findByOrderNumber' | 'putMembership'> {
  return {
    getMembership: async (tenantId, id) => {
      scope.lock('membership', tenantId, id);
      const row = await byId(scope.inTenant(tenantId), [tenantId, id]);
      return row && toRecord(row);
    },

    // Two pages merged: with `or` an engine may read the whole tenant to find one member's rows in order.
    listMemberships: async (tenantId, filter) => {
      const db = scope.inTenant(tenantId);
      const own = await pageBy(db, tenantId, 'holder_id', filter.memberId, filter);
      if (filter.accountId === null) return own;
      const shared = await pageBy(db, tenantId, 'account_id', filter.accountId, filter);
      const unique = new Map([...own, ...shared].map((record) => [record.id, record]));
      return [...unique.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, filter.limit);
    },

    findByReference: async (provider, reference) => {
      scope.lock('reference', provider, reference);
      const rows = await scope
        .acrossTenants()
        .selectFrom('memberships')
        .select(['tenant_id', 'id'])
        .where('provider', '=', provider)
        .where('provider_reference', '=', reference)
        .orderBy('tenant_id')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ tenantId: row.tenant_id, id: row.id }));
    },

    findByOrderNumber: async (tenantId, orderNumber) => {
      const rows = await scope
        .inTenant(tenantId)
        .selectFrom('memberships')
        .select(columns)
        .where('tenant_id', '=', tenantId)
        .where('order_key', '=', orderKey(orderNumber))
        .orderBy('id')
        .limit(mostByOrderNumber)
        .execute();
      return rows.map(toRecord);
    },

    putMembership: async (record) => {
      scope.lock('membership', record.tenantId, record.id);
      const write = record.version === 1 ? insertFirst : updateNext;
      const written = await write(scope.inTenant(record.tenantId), record);
      if (written !== 1n) throw staleVersionError(record.id, record.version);
    },
  };
}
