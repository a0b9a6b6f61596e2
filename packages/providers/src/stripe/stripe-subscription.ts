import type { BillingCommand, BillingSubject } from '@leavewell/server';
import type { Stripe } from 'stripe';
import type { CompanyAnswer, CompanySubscription } from '../reach-renewal.ts';
import { requireReference } from '../require-reference.ts';
import { isObject, secondsOf } from '../wire-value.ts';
import { refuseMixedPeriods } from './refuse-mixed-periods.ts';
import { translateSubscription } from './translate.ts';
import { translateError } from './translate-error.ts';
import { wireOf } from './wire-of.ts';
import { writeOnce } from './write-once.ts';

/** What has to be expanded for the card to be shown, the subscription's own or the customer's. */
const expand = ['default_payment_method', 'customer.invoice_settings.default_payment_method'];

/** A subscription at Stripe: in our words, and as it came. */
export interface StripeAnswer extends CompanyAnswer {
  readonly wire: unknown;
}

type Change = Stripe.SubscriptionUpdateParams;

/** Asks for a subscription. Throws ServiceError, see `translateError`. */
export async function readAt(stripe: Stripe, subject: BillingSubject): Promise<StripeAnswer> {
  const reference = requireReference(subject);
  return answerOf(() => stripe.subscriptions.retrieve(reference, { expand }));
}

/** Switches renewal off at the end of the period, in both billing modes ("Cancel subscriptions"). */
export function switchOff(
  stripe: Stripe,
  subject: BillingSubject,
  command: BillingCommand,
): CompanySubscription<StripeAnswer> {
  return switchBy(stripe, subject, command, ({ wire }) => {
    refuseMixedPeriods(wire);
    return { cancel_at_period_end: true };
  });
}

/**
 * Takes a cancellation back. Stripe keeps it in one of two switches and accepts a change of one alone: in the flexible
 * billing mode, and when a date was set by hand or in the customer portal, only `cancel_at` is set.
 */
export function switchOn(
  stripe: Stripe,
  subject: BillingSubject,
  command: BillingCommand,
): CompanySubscription<StripeAnswer> {
  return switchBy(stripe, subject, command, ({ wire }) => {
    const isByDateAlone =
      isObject(wire) && wire['cancel_at_period_end'] !== true && secondsOf(wire['cancel_at']) !== null;
    return isByDateAlone ? { cancel_at: '' } : { cancel_at_period_end: false };
  });
}

/** The intent's identifier goes with the change, so that whoever looks at it in Stripe can find our receipt. */
function switchBy(
  stripe: Stripe,
  subject: BillingSubject,
  { intentId }: BillingCommand,
  changeOf: (before: StripeAnswer) => Change,
): CompanySubscription<StripeAnswer> {
  const reference = requireReference(subject);
  return {
    read: () => readAt(stripe, subject),
    write: (before) => {
      const change = { ...changeOf(before), metadata: { leavewell_intent: intentId }, expand };
      return answerOf(() =>
        writeOnce(intentId, (idempotencyKey) => stripe.subscriptions.update(reference, change, { idempotencyKey })),
      );
    },
  };
}

/** Ends a subscription now, without an invoice or a credit for the time that is left ("Cancel subscriptions"). */
export async function endAt(stripe: Stripe, subject: BillingSubject): Promise<StripeAnswer> {
  const reference = requireReference(subject);
  return answerOf(() => stripe.subscriptions.cancel(reference, { invoice_now: false, prorate: false, expand }));
}

async function answerOf(ask: () => Promise<Stripe.Response<Stripe.Subscription>>): Promise<StripeAnswer> {
  try {
    const answer = await ask();
    const wire = wireOf(answer);
    return { wire, facts: translateSubscription(wire), requestId: answer.lastResponse.requestId ?? null };
  } catch (error) {
    throw translateError(error);
  }
}
