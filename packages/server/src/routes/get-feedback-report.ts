import { operations } from '@leavewell/contract';
import { reportOf, smallestGroup } from '../after-cancel/feedback-report.ts';
import { readFeedback } from '../after-cancel/read-feedback.ts';
import { hostRoute } from '../http/route.ts';

/** Why members left, for the host, in groups from which nobody can be told. */
export const getFeedbackReport = hostRoute(operations.getFeedbackReport, async ({ service, tenantId, now }) => {
  const records = await service.store.read((reads) => readFeedback(reads, tenantId));
  const minimumGroup = smallestGroup(service.afterCancel.minimumGroup);
  return { body: reportOf(records, minimumGroup, now.toISOString().slice(0, 10)) };
});
