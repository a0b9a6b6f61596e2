import { operations } from '@leavewell/contract';
import { memberRoute } from '../http/route.ts';
import { visibleMemberships } from '../rules/may-see.ts';
import { ServiceError } from '../service-error.ts';

/** The receipt of a command that took effect, for whoever may see the membership it is about. */
export const getReceipt = memberRoute(operations.getReceipt, async ({ service, viewer, id }) => {
  const record = await service.store.read((rows) => rows.getReceipt(viewer.tenantId, id));
  const { memberId, accountId } = visibleMemberships(viewer);
  if (record && (record.memberId === memberId || record.accountId === accountId)) return { body: record.receipt };
  throw new ServiceError('receipt_not_found', { detail: 'No receipt of this member has this id.' });
});
