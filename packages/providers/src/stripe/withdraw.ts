import { ServiceError, type BillingCommand, type BillingSubject } from '@leavewell/server';
import type { Stripe } from 'stripe';
import type { WithdrawableSubscription } from '../reach-withdrawn.ts';
import { requireReference } from '../require-reference.ts';
import { objectOf, textOf } from '../wire-value.ts';
import { readCharge, type OwedPayment, type StripeCharge } from './read-charge.ts';
import { endAt, readAt, type StripeAnswer } from './stripe-subscription.ts';
import { translateError } from './translate-error.ts';
import { wireOf } from './wire-of.ts';
import { writeOnce } from './write-once.ts';

/**
 * A subscription of Stripe that can be ended at once with its newest invoice given back. A refund has an idempotency
 * key of its own, from the intent; ending needs none: what is over cannot be ended again ("Idempotent requests").
 */
export function withdrawable(
  stripe: Stripe,
  subject: BillingSubject,
  { intentId }: BillingCommand,
): WithdrawableSubscription<StripeAnswer, StripeCharge> {
  return {
    read: () => readAt(stripe, subject),
    readCharge: () => chargeOf(stripe, subject),
    giveBack: (charge) => giveBack(stripe, charge, intentId),
    end: () => endAt(stripe, subject),
  };
}

/** The newest charge of a subscription that was paid. Throws ServiceError, see `translateError`. */
export async function chargeOf(stripe: Stripe, subject: BillingSubject): Promise<StripeCharge> {
  const reference = requireReference(subject);
  try {
    return await readCharge(stripe, reference);
  } catch (error) {
    throw translateError(error);
  }
}

async function giveBack(stripe: Stripe, { owed, payments }: StripeCharge, intentId: string): Promise<string> {
  const open = payments.filter(({ amount }) => amount > 0);
  if (open.reduce((sum, { amount }) => sum + amount, 0) < owed) {
    throw new ServiceError('provider_refused', {
      detail: 'The newest invoice was not paid through Stripe alone: give it back by hand, and end the subscription',
    });
  }
  const references: string[] = [];
  for (const payment of open) references.push(await refund(stripe, payment, intentId));
  return references.join(' ');
}

async function refund(stripe: Stripe, { by, amount }: OwedPayment, intentId: string): Promise<string> {
  const [paidBy] = Object.values(by);
  const wanted = { ...by, amount, reason: 'requested_by_customer', metadata: { leavewell_intent: intentId } } as const;
  try {
    const answer = await writeOnce(`${intentId}.${paidBy}`, (idempotencyKey) =>
      stripe.refunds.create(wanted, { idempotencyKey }),
    );
    return readRefund(wireOf(answer));
  } catch (error) {
    throw translateError(error);
  }
}

function readRefund(answer: unknown): string {
  const { object, id, status } = objectOf(answer);
  const reference = textOf(id);
  if (object !== 'refund' || reference === null) {
    throw new ServiceError('provider_unavailable', { detail: "Stripe's answer is not a refund" });
  }
  if (status !== 'failed' && status !== 'canceled') return reference;
  throw new ServiceError('provider_refused', { detail: `Stripe could not send the refund ${reference}` });
}
