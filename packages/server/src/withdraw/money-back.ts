import type { BillingFacts, Refund } from '@leavewell/contract';
import { daysAfter } from '../calendar/day-after.ts';
import { dayIn } from '../calendar/day-in.ts';
import type { MemberCall } from '../http/call.ts';
import { askProvider } from '../membership/ask-provider.ts';
import { policyOf } from '../policy/policy-of.ts';
import type { BillingOrder } from '../ports/billing-provider.ts';
import type { IntentRecord, MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

type Money = Pick<Refund, 'amount' | 'currency'>;

/** CRD 2011/83, article 13(1): for a withdrawal from a purchase of which no place gives the right any more. */
const USUAL_REFUND_DAYS = 14;

const wasPaid: Record<BillingOrder['status'], boolean> = {
  open: false,
  failed: false,
  void: false,
  paid: true,
  refunded: true,
  partially_refunded: true,
};

/** Whether the newest charge was taken, where nobody but the host knows charges. */
const wasCharged: Record<BillingFacts['payment'], boolean> = {
  ok: true,
  disputed: true,
  refunded: true,
  trial: false,
  past_due: false,
  unpaid: false,
};

/**
 * What a withdrawal now would give back: the newest charge in full, as the company says it was paid; its price where
 * nobody tells charges, or the company does not answer. Null when nothing was paid.
 */
export async function moneyExpected(
  call: MemberCall,
  record: MembershipRecord,
  facts: BillingFacts,
): Promise<Refund | null> {
  const told = await newestPaid(call, record).catch(orUntold);
  const money = told === 'untold' ? chargedPrice(facts) : told;
  return money && refundBy(call, record, money, call.now);
}

/**
 * What a withdrawal that took effect gives back, for its receipt, and until when at the latest. Null when nothing was
 * paid. Throws `provider_unavailable` when the company does not say how much.
 */
export async function moneyPromised(
  call: MemberCall,
  { intent, record }: { readonly intent: IntentRecord; readonly record: MembershipRecord },
  facts: BillingFacts,
): Promise<Refund | null> {
  if (facts.payment !== 'refunded') return null;
  const told = await newestPaid(call, record);
  const money = told === 'untold' ? chargedPrice(facts) : told;
  return money && refundBy(call, record, money, intent.startedAt);
}

async function newestPaid({ service }: MemberCall, record: MembershipRecord): Promise<Money | null | 'untold'> {
  const orders = await askProvider(service, record, 'orders', async (provider, subject) => provider.orders?.(subject));
  if (orders === undefined) return 'untold';
  return orders.find(({ status, amount }) => wasPaid[status] && amount > 0) ?? null;
}

function orUntold(error: unknown): 'untold' {
  if (error instanceof ServiceError) return 'untold';
  throw error;
}

function chargedPrice({ payment, price }: BillingFacts): Money | null {
  return price !== null && price.amount > 0 && wasCharged[payment] ? price : null;
}

/** The last day is a day in the zone of the account, counted from the day of the withdrawal. */
function refundBy(call: MemberCall, record: MembershipRecord, { amount, currency }: Money, at: Date | string): Refund {
  const right = policyOf(call, record, record.facts, 'withdraw').withdrawal;
  const by = daysAfter(dayIn(at, record.timeZone), right?.refundDays ?? USUAL_REFUND_DAYS);
  return { amount, currency, by };
}
