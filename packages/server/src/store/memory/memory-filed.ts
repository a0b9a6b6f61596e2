import type { FiledKind, FiledRecords, FiledRows } from '../../ports/filed-record.ts';
import { takenError } from '../store-errors.ts';
import { createMemoryTable, type MemoryTable, type UndoLog } from './memory-table.ts';

type Tables = { readonly [Kind in FiledKind]: MemoryTable<FiledRecords[Kind]> };

/** Filed records in memory. */
export function memoryFiled(undo: UndoLog): FiledRows {
  const table = <R extends { readonly tenantId: string; readonly id: string }>() =>
    createMemoryTable<R>(undo, ({ tenantId, id }) => [tenantId, id]);
  const tables: Tables = {
    factor: table(),
    support_request: table(),
    declaration: table(),
    feedback: table(),
    offer: table(),
    delivery: table(),
  };
  const of = <Kind extends FiledKind>(kind: Kind): MemoryTable<FiledRecords[Kind]> => tables[kind];
  return {
    getFiled: async (kind, tenantId, id) => of(kind).get(tenantId, id),
    listFiled: async (kind, tenantId, { memberId, membershipId, afterId, limit }) =>
      of(kind).select(
        (row) =>
          row.tenantId === tenantId &&
          (memberId === undefined || row.memberId === memberId) &&
          (membershipId === undefined || row.membershipId === membershipId) &&
          (afterId === undefined || row.id > afterId),
        (a, b) => (a.id < b.id ? -1 : 1),
        limit,
      ),
    insertFiled: async (kind, record) => {
      if (of(kind).has(record.tenantId, record.id)) throw takenError(kind, record.id);
      of(kind).set(record);
    },
    putFiled: async (kind, record) => of(kind).set(record),
  };
}
