import type { BillingFacts, Refund } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { askProvider } from '../membership/ask-provider.ts';
import type { BillingConfirmation } from '../ports/billing-provider.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { moneyPromised } from '../withdraw/money-back.ts';
import { renewalCommands } from './renewal-commands.ts';
import type { AcceptedOrder } from './renewal-order.ts';

/** What the company confirmed, with the money that goes back by it. */
export interface ReachedState extends BillingConfirmation {
  readonly refund: Refund | null;
}

/** What is known after the company was asked: confirmed, or sent without a word back. */
export type Reached = ReachedState | 'unconfirmed';

/**
 * Has the billing company reach the state. It is asked first: when an earlier try got through and only its reply was
 * lost, nothing is sent again. When the reply to what is sent now is lost, it is asked once more (XO4).
 * Throws `provider_unavailable` when it could not be asked and nothing was ever sent, or what it refuses.
 */
export async function reachState(call: MemberCall, order: AcceptedOrder): Promise<Reached> {
  const confirmation = await reach(call, order);
  if (confirmation === 'unconfirmed') return confirmation;
  if (!renewalCommands[order.intent.command].givesBack) return { ...confirmation, refund: null };
  try {
    return { ...confirmation, refund: await moneyPromised(call, order, confirmation.facts) };
  } catch (error) {
    // No receipt names money by guess: it is done, and told once the company says how much went back.
    if (isUnreachable(error)) return 'unconfirmed';
    throw error;
  }
}

async function reach(call: MemberCall, order: AcceptedOrder): Promise<BillingConfirmation | 'unconfirmed'> {
  const found = await readOf(call, order, order.mayHaveHappened);
  if (found === 'unreachable') {
    if (order.mayHaveHappened) return 'unconfirmed';
    throw new ServiceError('provider_unavailable', { detail: 'The billing company does not answer: try again.' });
  }
  if (found !== null) return found;
  try {
    return await tell(call, order);
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const after = await readOf(call, order, true);
    return after === null || after === 'unreachable' ? 'unconfirmed' : after;
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ServiceError && error.code === 'provider_unavailable';
}

/**
 * The state if the company has reached it, null if it has not. That it has is believed when it is said twice: an answer
 * may be an old one, and nobody is told that it is done on the word of one. That it has not is believed at once, because
 * telling a company what it has done already changes nothing.
 * @param byUs - whether it is this intent that the company heard of
 */
async function readOf(
  call: MemberCall,
  { intent, record }: AcceptedOrder,
  byUs: boolean,
): Promise<BillingConfirmation | null | 'unreachable'> {
  const { isReached } = renewalCommands[intent.command];
  const read = () =>
    askProvider(call.service, record, 'read', (provider, subject) => provider.read(subject, call.now));
  try {
    const first = await read();
    if (!isReached(first)) return null;
    const facts = await read();
    if (!isReached(facts)) return null;
    return { facts: byUs ? withOurMark(call, { intent, record }, facts) : facts, reference: null };
  } catch (error) {
    if (isUnreachable(error)) return 'unreachable';
    throw error;
  }
}

function byWhom({ viewer }: MemberCall, { holder }: MembershipRecord): 'member' | 'administrator' {
  return viewer.id === holder.id ? 'member' : 'administrator';
}

/**
 * A company seldom knows who asked; when it was this intent, we do. What was withdrawn from may have been switched off
 * before, by another intent.
 */
function withOurMark(
  call: MemberCall,
  { intent, record }: Pick<AcceptedOrder, 'intent' | 'record'>,
  facts: BillingFacts,
): BillingFacts {
  if (facts.renewal !== 'off') return { ...facts, renewalOff: null };
  const before = intent.command === 'withdraw' ? record.facts.renewalOff : null;
  return { ...facts, renewalOff: before ?? { by: byWhom(call, record), at: intent.startedAt } };
}

async function tell(call: MemberCall, { intent, record }: AcceptedOrder): Promise<BillingConfirmation> {
  const command = { intentId: intent.id, by: byWhom(call, record), at: new Date(intent.startedAt) };
  const confirmation = await askProvider(call.service, record, intent.command, (provider, subject) =>
    renewalCommands[intent.command].tell(provider, subject, command),
  );
  return { ...confirmation, facts: withOurMark(call, { intent, record }, confirmation.facts) };
}
