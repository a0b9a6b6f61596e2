import { operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { decodeCursor, encodeCursor } from '../membership/cursor.ts';
import { noteOutcome } from '../public/note-outcome.ts';

const pageSize = 50;

/** What visitors without a login declared, in order of reference; one without a membership is for a person. */
export const listDeclarations = hostRoute(operations.listDeclarations, async ({ service, tenantId }, { cursor }) => {
  const after = cursor === undefined ? {} : { afterId: decodeCursor(cursor) };
  const readPage = () =>
    service.store.read((rows) => rows.listFiled('declaration', tenantId, { ...after, limit: pageSize + 1 }));
  // What a company confirmed later, or in another process, is written here.
  for (const filed of await readPage()) if (filed.outcome === 'pending') await noteOutcome(service, filed);
  const found = await readPage();
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  return {
    body: {
      items: items.map(({ receipt, membershipId, outcome }) => ({ receipt, membershipId, outcome })),
      nextCursor: found.length > pageSize && last ? encodeCursor(last.id) : null,
    },
  };
});
