import type { Receipt } from '@leavewell/contract';
import type { CountedUse } from '../ports/store.ts';
import { digestOf } from '../session/digest.ts';

const TEN_YEARS = 10 * 366 * 86_400;

/**
 * That the question of one receipt was answered, as a counter of that name. It cannot be joined with the answer:
 * nothing of it stands in the answer, whose id is drawn at random, and its time is that of the receipt.
 * Only the order of rows in a database's own files may tell more, to somebody who can read those.
 */
export async function answeredMark(tenantId: string, { id, requestedAt }: Receipt): Promise<CountedUse> {
  return { tenantId, key: `answered:${await digestOf(`answered ${id}`)}`, now: requestedAt, windowSeconds: TEN_YEARS };
}
