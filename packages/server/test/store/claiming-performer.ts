import { formatInstant } from '../../src/calendar/instant.ts';
import type { TaskKey } from '../../src/outbox/outbox-runner.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Store } from '../../src/ports/store.ts';

const leaseMs = 60_000;

/** What happens between the claim of a row and its end; throws when it failed. */
export type Effect = (id: string) => Promise<void>;

/** Claims a due row for a minute, has its effect and closes it, as the server's own executor does. */
export function claimingPerformer(store: Store, clock: Clock, effect: Effect): (key: TaskKey) => Promise<boolean> {
  return async ({ tenantId, id }) => {
    const now = clock.now();
    const claimed = await store.transaction(async (rows) => {
      const row = await rows.getOutbox(tenantId, id);
      if (!row || row.closedAt !== null || Date.parse(row.dueAt) > now.getTime()) return undefined;
      const lease = { attempts: row.attempts + 1, dueAt: formatInstant(new Date(now.getTime() + leaseMs)) };
      await rows.updateOutbox({ ...row, ...lease });
      return { ...row, ...lease };
    });
    if (!claimed) return false;
    await effect(id);
    await store.transaction((rows) => rows.updateOutbox({ ...claimed, closedAt: formatInstant(now) }));
    return true;
  };
}
