import { ServiceError, type BillingConfirmation } from '@leavewell/server';
import { isRefusal, type CompanyAnswer } from './reach-renewal.ts';

/** The newest charge that was paid, as far as giving it back goes. Money is in minor units. */
export interface PaidCharge {
  /** What was paid; 0 when nothing ever was, as in a trial. */
  readonly paid: number;
  /** What of it is not on its way back yet. */
  readonly owed: number;
  /** The company's reference of the newest refund of it; null when there is none. */
  readonly refund: string | null;
}

/** How one subscription of a company is ended and its newest charge given back. All of it throws ServiceError alone. */
export interface WithdrawableSubscription<Answer extends CompanyAnswer, Charge extends PaidCharge> {
  readonly read: () => Promise<Answer>;
  readonly readCharge: () => Promise<Charge>;
  /** Sends back what is owed, and answers the company's reference of the refund. */
  readonly giveBack: (charge: Charge) => Promise<string>;
  /** Ends it at once. */
  readonly end: (before: Answer) => Promise<Answer>;
}

/**
 * Ends a subscription at once and gives its newest charge back. The money goes first: a refund that the company refuses
 * then leaves everything as it was, and what is found ended by us is paid back for certain. What was done already, by
 * us or by somebody who was quicker, is found by reading and not done again; a reply that does not come is for the
 * caller, who reads before it tells again (XO4), and so is a company that takes no change for a while. Throws
 * `membership_ended` for one that somebody ended and kept the money of.
 */
export async function reachWithdrawn<Answer extends CompanyAnswer, Charge extends PaidCharge>(
  subscription: WithdrawableSubscription<Answer, Charge>,
): Promise<BillingConfirmation> {
  const before = await subscription.read();
  const charge = await readChargeTwice(subscription);
  const isEnded = before.facts.endedAt !== null;
  if (isEnded && charge.owed > 0) throw new ServiceError('membership_ended');
  const refund = charge.owed > 0 ? await giveBack(subscription, charge) : charge.refund;
  const after = isEnded ? before : await end(subscription, before);
  return { facts: withMoneyBack(after.facts, { ...charge, owed: 0 }), reference: refund ?? after.requestId };
}

/** The facts with what a subscription itself does not say: that its money went back. */
export function withMoneyBack(facts: CompanyAnswer['facts'], { paid, owed }: PaidCharge): CompanyAnswer['facts'] {
  return facts.endedAt !== null && paid > 0 && owed === 0 ? { ...facts, payment: 'refunded' } : facts;
}

/** That nothing was ever paid is believed when it is said twice: an answer may be an old one. */
async function readChargeTwice<Answer extends CompanyAnswer, Charge extends PaidCharge>({
  readCharge,
}: WithdrawableSubscription<Answer, Charge>): Promise<Charge> {
  const charge = await readCharge();
  return charge.paid > 0 ? charge : readCharge();
}

async function giveBack<Answer extends CompanyAnswer, Charge extends PaidCharge>(
  subscription: WithdrawableSubscription<Answer, Charge>,
  charge: Charge,
): Promise<string | null> {
  try {
    return await subscription.giveBack(charge);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const seen = await subscription.readCharge();
    if (seen.paid > 0 && seen.owed === 0) return seen.refund;
    throw error;
  }
}

async function end<Answer extends CompanyAnswer, Charge extends PaidCharge>(
  subscription: WithdrawableSubscription<Answer, Charge>,
  before: Answer,
): Promise<Answer> {
  const outcome = await subscription.end(before).catch(async (error: unknown) => {
    if (!isRefusal(error)) throw error;
    // A company that is about to charge takes no change for a while. The withdrawal counts and is carried out after it.
    if (error.code === 'too_late') throw new ServiceError('provider_unavailable', error.details, { cause: error });
    const seen = await subscription.read();
    if (seen.facts.endedAt !== null) return seen;
    throw error;
  });
  if (outcome.facts.endedAt !== null) return outcome;
  throw new ServiceError('provider_unavailable', { detail: 'The company took the change, and its answer shows none' });
}
