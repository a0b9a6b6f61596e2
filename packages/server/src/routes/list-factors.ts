import { operations } from '@leavewell/contract';
import { presentFactors } from '../factors/present-factors.ts';
import { memberRoute } from '../http/route.ts';

/** The ways to verify that the member set up here. */
export const listFactors = memberRoute(operations.listFactors, async ({ service, viewer }) => ({
  body: await service.store.read((reads) => presentFactors(reads, viewer)),
}));
