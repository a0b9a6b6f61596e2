import type { Insertable } from 'kysely';
import type { FiledKind, FiledRecords, FiledRows } from '../../ports/filed-record.ts';
import { takenError } from '../store-errors.ts';
import { type JsonText, toJsonText } from './json-text.ts';
import type { SqlScope } from './sql-scope.ts';
import type { SqlTables } from './sql-tables.ts';

function toRow<Kind extends FiledKind>(kind: Kind, record: FiledRecords[Kind]): Insertable<SqlTables['filed']> {
  const { tenantId, id, memberId, membershipId } = record;
  const data = toJsonText<unknown>(record);
  return { tenant_id: tenantId, kind, id, member_id: memberId, membership_id: membershipId, data };
}

/** This program wrote it under that kind. */
function toRecord<Kind extends FiledKind>(_kind: Kind, data: JsonText<unknown>): FiledRecords[Kind] {
  return JSON.parse(data);
}

/** Filed records in SQL: one table for all kinds. */
export function filedRows(scope: SqlScope): FiledRows {
  const lockLists = ({ tenantId, memberId, membershipId }: FiledRecords[FiledKind], kind: FiledKind): void => {
    if (memberId !== null) scope.lock('filed of member', kind, tenantId, memberId);
    if (membershipId !== null) scope.lock('filed of membership', kind, tenantId, membershipId);
  };
  return {
    getFiled: async (kind, tenantId, id) => {
      scope.lock('filed', kind, tenantId, id);
      const row = await scope
        .inTenant(tenantId)
        .selectFrom('filed')
        .select('data')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toRecord(kind, row.data);
    },

    listFiled: async (kind, tenantId, { memberId, membershipId, afterId, limit }) => {
      if (memberId !== undefined) scope.lock('filed of member', kind, tenantId, memberId);
      if (membershipId !== undefined) scope.lock('filed of membership', kind, tenantId, membershipId);
      const rows = await scope
        .inTenant(tenantId)
        .selectFrom('filed')
        .select('data')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .$if(memberId !== undefined, (query) => query.where('member_id', '=', memberId ?? ''))
        .$if(membershipId !== undefined, (query) => query.where('membership_id', '=', membershipId ?? ''))
        .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ data }) => toRecord(kind, data));
    },

    insertFiled: async (kind, record) => {
      lockLists(record, kind);
      const result = await scope
        .inTenant(record.tenantId)
        .insertInto('filed')
        .values(toRow(kind, record))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) throw takenError(kind, record.id);
    },

    putFiled: async (kind, record) => {
      scope.lock('filed', kind, record.tenantId, record.id);
      lockLists(record, kind);
      const row = toRow(kind, record);
      const insert = scope.inTenant(record.tenantId).insertInto('filed').values(row);
      await insert
        .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'id']).doUpdateSet(row))
        .execute();
    },
  };
}
