import { formatInstant } from '../../calendar/instant.ts';
import { scheduleCheck } from '../../checks/check-row.ts';
import type { BillingNotice } from '../../ports/billing-provider.ts';
import type { Service } from '../../service.ts';

/**
 * Has the company asked at once about every membership that a verified notice is about. Nothing in the notice is
 * believed but which they are: it may be late, repeated or overtaken by a newer one. A notice that is known changes
 * nothing.
 */
export async function takeNotice(
  { store }: Service,
  provider: string,
  { id, references }: BillingNotice,
  at: Date,
): Promise<void> {
  const now = formatInstant(at);
  await store.transaction(async (rows) => {
    if (!(await rows.noteWebhook(provider, id, now))) return;
    for (const reference of new Set(references)) {
      for (const { tenantId, id: membershipId } of await rows.findByReference(provider, reference)) {
        await scheduleCheck(rows, { tenantId, membershipId, dueAt: now, now });
      }
    }
  });
}
