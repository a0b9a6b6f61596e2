import { formatInstant } from '../calendar/instant.ts';
import type { StoreRows } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import type { LimitName } from './limit-table.ts';
import type { Limits } from './limits.ts';

/** One thing that is counted for somebody; null when it is not known who they are. */
export interface LimitedUse {
  readonly limit: LimitName;
  readonly who: string | null;
}

/** Under which limits, whose and when. */
export interface LimitScope {
  readonly limits: Limits;
  readonly tenantId: string;
  readonly now: Date;
}

/**
 * Counts one use under each limit, all or none. Throws `rate_limited`, with `retryAt`, when one of them is used up; the
 * transaction then writes nothing, so that asking on and on puts nothing off.
 *
 * Counted in the store and not with rate-limiter-flexible: that reads the machine's clock and keeps its own connection,
 * while these counts follow the clock port, are part of the transaction that makes the code, and work on every engine
 * and in a page.
 */
export async function useLimits(rows: StoreRows, scope: LimitScope, uses: readonly LimitedUse[]): Promise<void> {
  const { limits, tenantId, now } = scope;
  const usedUp: string[] = [];
  for (const { limit, who } of uses) {
    const rule = limits.ruleOf(limit);
    if (rule === null || who === null) continue;
    const key = await limits.keyOf(limit, who);
    const use = { tenantId, key, now: formatInstant(now), windowSeconds: rule.seconds };
    const { count, resetsAt } = await rows.countUse(use);
    if (count > rule.most) usedUp.push(resetsAt);
  }
  const retryAt = usedUp.sort().at(-1);
  if (retryAt !== undefined) throw rateLimited(retryAt);
}

/** The refusal of whoever asked too often. It does not say which limit: that may tell of others. */
export function rateLimited(retryAt: string): ServiceError {
  return new ServiceError('rate_limited', { detail: 'Asked too often: try again at "retryAt".', retryAt });
}
