import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { holdIntent } from './hold-intent.ts';
import type { AcceptedOrder } from './renewal-order.ts';
import { settleNever } from './settle-row.ts';

/** Gives an order back of which the company never heard: the member was told, and nothing happens by itself. */
export async function releaseOrder({ service, now }: MemberCall, { intent }: AcceptedOrder): Promise<void> {
  await service.store.transaction(async (rows) => {
    await holdIntent(rows, intent);
    await rows.leaseIntent(intent.tenantId, intent.id, formatInstant(now));
    await settleNever(rows, intent, formatInstant(now));
  });
}
