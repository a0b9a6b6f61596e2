import { formatInstant, type BillingSubject } from '@leavewell/server';
import { isObject, objectOf, textOf, type WireObject } from '../wire-value.ts';
import { instantOf, isBefore, latest, objectsIn } from './paddle-value.ts';
import { unclear } from './translate-error.ts';
import { translatePrice } from './translate-price.ts';

/** What the server calls the facts of billing. */
export type PaddleBillingFacts = BillingSubject['facts'];

type Facts = PaddleBillingFacts;

/** What Paddle calls the life of a subscription ("Subscriptions", field `status`). */
type PaddleStatus = 'active' | 'trialing' | 'past_due' | 'paused' | 'canceled';

const payments: Record<PaddleStatus, Facts['payment']> = {
  active: 'ok',
  trialing: 'trial',
  past_due: 'past_due',
  paused: 'ok',
  canceled: 'ok',
};

/** Paddle takes no changes in the last half hour before it charges ("subscription_locked_renewal"). */
const LOCKED_BEFORE_CHARGE_MS = 30 * 60_000;

/**
 * Says in our words what Paddle's subscription says ("Subscriptions" in Paddle's API reference, version 1). Pure and
 * total: an unknown status is read as `active`, or as `canceled` once there is `canceled_at`. Throws
 * `provider_unavailable` for what is not a subscription.
 *
 * Paddle does not say who canceled or when it was asked for: `renewalOff` has the last change. Nor does it say how it
 * is paid.
 */
export function translatePaddleSubscription(subscription: unknown): PaddleBillingFacts {
  if (!isObject(subscription) || textOf(subscription['id'])?.startsWith('sub_') !== true) throw notASubscription('id');
  const status = statusOf(subscription);
  const period = periodOf(subscription);
  const change = changeOf(subscription);
  const canceledAt = status === 'canceled' ? (instantOf(subscription['canceled_at']) ?? period.end) : null;
  const scheduledEnd = change.action === 'cancel' ? (change.at ?? period.end) : null;
  const end = [canceledAt, scheduledEnd].reduce<string>(
    (one, other) => (other && isBefore(other, one) ? other : one),
    period.end,
  );
  const start = isBefore(end, period.start) ? end : period.start;
  const startsAt = instantOf(subscription['started_at']) ?? instantOf(subscription['created_at']) ?? start;
  return {
    kind: 'recurring',
    payment: payments[status],
    startsAt: isBefore(start, startsAt) ? start : startsAt,
    periodStartsAt: start,
    periodEndsAt: end,
    endedAt: canceledAt,
    graceEndsAt: null,
    price: translatePrice(subscription),
    paymentMethod: null,
    ...renewalOf(status, change, canceledAt ?? instantOf(subscription['updated_at']) ?? start, end),
  };
}

type RenewalFacts = Pick<Facts, 'renewal' | 'renewalOff' | 'resumesAt' | 'cancelBy'>;

/** Canceled, paused and renewing exclude each other: a subscription has one scheduled change at most. */
function renewalOf(status: PaddleStatus, change: ScheduledChange, changedAt: string, end: string): RenewalFacts {
  if (status === 'canceled' || change.action === 'cancel') {
    return { renewal: 'off', renewalOff: { by: 'provider', at: changedAt }, resumesAt: null, cancelBy: null };
  }
  if (status === 'paused' || change.action === 'pause') {
    const resumesAt = change.action === 'resume' ? change.at : change.resumesAt;
    return { renewal: 'paused', renewalOff: null, resumesAt, cancelBy: null };
  }
  const cancelBy = formatInstant(new Date(Date.parse(end) - LOCKED_BEFORE_CHARGE_MS));
  return { renewal: 'on', renewalOff: null, resumesAt: null, cancelBy };
}

interface ScheduledChange {
  readonly action: string | null;
  readonly at: string | null;
  readonly resumesAt: string | null;
}

function changeOf({ scheduled_change }: WireObject): ScheduledChange {
  const { action, effective_at, resume_at } = objectOf(scheduled_change);
  return { action: textOf(action), at: instantOf(effective_at), resumesAt: instantOf(resume_at) };
}

function statusOf({ status, canceled_at }: WireObject): PaddleStatus {
  const word = textOf(status);
  if (word === null) throw notASubscription('status');
  if (isKnown(word)) return word;
  return instantOf(canceled_at) === null ? 'active' : 'canceled';
}

function isKnown(word: string): word is PaddleStatus {
  return Object.hasOwn(payments, word);
}

/** Paused and canceled ones have no period any more; then it ended when they did. */
function periodOf(subscription: WireObject): { readonly start: string; readonly end: string } {
  const { starts_at, ends_at } = objectOf(subscription['current_billing_period']);
  const instants = ['canceled_at', 'paused_at', 'next_billed_at'].map((name) => instantOf(subscription[name]));
  const end = instantOf(ends_at) ?? instants.find((instant) => instant !== null);
  if (end === undefined) throw notASubscription('current_billing_period');
  const billed = latest(objectsIn(subscription['items']).map((item) => instantOf(item['previously_billed_at'])));
  const start = instantOf(starts_at) ?? billed ?? instantOf(subscription['started_at']) ?? end;
  return { start, end };
}

function notASubscription(field: string): ReturnType<typeof unclear> {
  return unclear(`Paddle's answer is not a subscription: "${field}" is missing or wrong`);
}
