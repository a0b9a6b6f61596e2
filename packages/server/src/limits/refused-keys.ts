import { formatInstant } from '../calendar/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { ServiceError } from '../service-error.ts';
import type { Limits } from './limits.ts';
import { rateLimited } from './use-limits.ts';
import { createWindowCounter } from './window-counter.ts';

/** What to tell an address whose token or key is not ours: the refusal, or `rate_limited` when there were too many. */
export type RefuseKey = (refusal: ServiceError, address: string | null) => ServiceError;

/**
 * Counts tokens and keys that are not ours. It is asked after each was looked at and found wrong, so a valid one is
 * never refused because others failed. In the memory of this process: a stranger must not be able to make us write.
 */
export function createRefuseKey(limits: Limits, clock: Clock): RefuseKey {
  const counter = createWindowCounter(limits.ruleOf('refusedKeysPerAddress'));
  return (refusal, address) => {
    const retryAt = address === null ? null : counter.count(address, clock.now().getTime());
    return retryAt === null ? refusal : rateLimited(formatInstant(new Date(retryAt)));
  };
}
