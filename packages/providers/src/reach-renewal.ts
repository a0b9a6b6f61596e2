import { ServiceError, type BillingConfirmation } from '@leavewell/server';

/** A subscription as the company answered it. */
export interface CompanyAnswer {
  readonly facts: BillingConfirmation['facts'];
  /** The company's reference of the request. */
  readonly requestId: string | null;
}

/** How one subscription of a company is asked for and changed. Both throw ServiceError alone. */
export interface CompanySubscription<Answer extends CompanyAnswer> {
  readonly read: () => Promise<Answer>;
  /** Sends the one request that changes `before`, and answers what the company says then. */
  readonly write: (before: Answer) => Promise<Answer>;
}

/**
 * Brings a subscription to renewal off. Nothing is sent when it is off already. What the company refuses is looked at
 * once more, because somebody else may have been quicker (XO5); a reply that does not come is for the caller, who reads
 * before it tells again (XO4). Throws `membership_ended` when it is over.
 */
export async function reachOff<Answer extends CompanyAnswer>(
  subscription: CompanySubscription<Answer>,
): Promise<BillingConfirmation> {
  const before = await subscription.read();
  if (renewalOf(before) === 'off') return confirm(before);
  return confirm(await change(subscription, before, (renewal) => renewal === 'off'));
}

/** Brings a subscription to renewal on, by the same rules. A pause is nobody's cancellation: `nothing_to_resume`. */
export async function reachOn<Answer extends CompanyAnswer>(
  subscription: CompanySubscription<Answer>,
): Promise<BillingConfirmation> {
  const before = await subscription.read();
  const renewal = renewalOf(before);
  if (renewal === 'on') return confirm(before);
  if (renewal !== 'off') throw new ServiceError('nothing_to_resume');
  // What was paused and then canceled is paused again.
  return confirm(await change(subscription, before, (after) => after !== 'off'));
}

type Renewal = CompanyAnswer['facts']['renewal'];

async function change<Answer extends CompanyAnswer>(
  { read, write }: CompanySubscription<Answer>,
  before: Answer,
  isReached: (renewal: Renewal) => boolean,
): Promise<Answer> {
  const outcome = await write(before).catch((error: unknown) => {
    if (isRefusal(error)) return error;
    throw error;
  });
  if (outcome instanceof ServiceError) {
    const seen = await read();
    if (isReached(renewalOf(seen))) return seen;
    throw outcome;
  }
  if (isReached(outcome.facts.renewal)) return outcome;
  throw new ServiceError('provider_unavailable', { detail: 'The company took the change, and its answer shows none' });
}

/** Whether the company heard of it and will not do it; whether somebody else did it is found by reading. */
export function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && ['provider_refused', 'subscription_missing', 'too_late'].includes(error.code);
}

function renewalOf({ facts }: CompanyAnswer): Renewal {
  if (facts.endedAt !== null) throw new ServiceError('membership_ended');
  return facts.renewal;
}

function confirm({ facts, requestId }: CompanyAnswer): BillingConfirmation {
  return { facts, reference: requestId };
}
