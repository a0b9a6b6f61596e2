import { formatInstant } from '../calendar/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Limits } from './limits.ts';
import { rateLimited } from './use-limits.ts';
import { createWindowCounter } from './window-counter.ts';

/** Who shows a valid token or key: a name to count them by, `unlimited`, or null for a stranger. */
export type KnownCaller = (request: Request) => Promise<string | 'unlimited' | null>;

/** Throws `rate_limited` when an address sends too much. */
export type FloodGate = (request: Request, address: string | null) => Promise<void> | undefined;

/**
 * Counts requests by address, in this process alone: nothing is written for a request that only reads. An address that
 * is over its limit is closed to strangers; who shows a valid token is counted by themselves, so that no neighbour
 * behind the same address can shut them out.
 */
export function createFloodGate(limits: Limits, clock: Clock, knownCaller: KnownCaller): FloodGate {
  const rule = limits.ruleOf('requestsPerAddress');
  const [byAddress, byCaller] = [createWindowCounter(rule), createWindowCounter(rule)];

  const checkKnown = async (request: Request, now: number, retryAt: number): Promise<void> => {
    const caller = await knownCaller(request);
    if (caller === 'unlimited') return;
    const blockedUntil = caller === null ? retryAt : byCaller.count(caller, now);
    if (blockedUntil !== null) throw rateLimited(formatInstant(new Date(blockedUntil)));
  };
  return (request, address) => {
    if (address === null) return undefined;
    const now = clock.now().getTime();
    const retryAt = byAddress.count(address, now);
    return retryAt === null ? undefined : checkKnown(request, now, retryAt);
  };
}
