import type { WireJson } from '../double-faults.ts';
import {
  isStill,
  paddleId,
  periodOf,
  type PaddleAdjustment,
  type PaddleState,
  type PaddleTransaction,
} from './paddle-state.ts';

/** Paddle writes fractions of a second where there are any. */
function timeOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}

function cycleOf({ interval }: PaddleState): WireJson {
  return { interval: interval.unit, frequency: interval.count };
}

/** A subscription of one recurring item. */
export function renderSubscription(state: PaddleState): WireJson {
  const { start, end } = periodOf(state);
  const period = isStill(state) ? null : { starts_at: timeOf(start), ends_at: timeOf(end) };
  const nextBilledAt = period === null || state.scheduled !== null ? null : timeOf(end);
  const { scheduled } = state;
  return {
    id: state.id,
    status: state.status,
    customer_id: state.customer,
    address_id: paddleId('add', 1),
    business_id: null,
    currency_code: state.currency,
    created_at: timeOf(state.startedAt),
    updated_at: timeOf(state.updatedAt),
    started_at: timeOf(state.startedAt),
    first_billed_at: timeOf(state.startedAt),
    next_billed_at: nextBilledAt,
    paused_at: timeOf(state.pausedAt),
    canceled_at: timeOf(state.canceledAt),
    collection_mode: 'automatic',
    billing_details: null,
    current_billing_period: period,
    billing_cycle: cycleOf(state),
    scheduled_change: scheduled && { action: scheduled.action, effective_at: timeOf(scheduled.at), resume_at: null },
    discount: null,
    custom_data: null,
    import_meta: null,
    items: [renderItem(state, nextBilledAt)],
  };
}

function renderItem(state: PaddleState, nextBilledAt: string | null): WireJson {
  const [created, billed] = [timeOf(state.startedAt), timeOf(periodOf(state).start)];
  return {
    status: 'active',
    quantity: 1,
    recurring: true,
    created_at: created,
    updated_at: created,
    previously_billed_at: billed,
    next_billed_at: nextBilledAt,
    trial_dates: null,
    price: renderPrice(state),
  };
}

function renderPrice(state: PaddleState): WireJson {
  const { amount, currency, startedAt } = state;
  return {
    id: paddleId('pri', 1),
    product_id: paddleId('pro', 1),
    description: 'One plan',
    type: 'standard',
    name: 'One plan',
    billing_cycle: cycleOf(state),
    trial_period: null,
    tax_mode: 'account_setting',
    unit_price: { amount, currency_code: currency },
    unit_price_overrides: [],
    quantity: { minimum: 1, maximum: 1 },
    status: 'active',
    custom_data: null,
    import_meta: null,
    created_at: timeOf(startedAt),
    updated_at: timeOf(startedAt),
  };
}

/** A transaction, with its adjustments where they were asked for. */
export function renderTransaction(transaction: PaddleTransaction, withAdjustments: boolean): WireJson {
  const { id, subscription, billedAt, start, end, status, adjustments } = transaction;
  const { amount, currency } = subscription;
  const money = { subtotal: amount, discount: '0', tax: '0', total: amount };
  const totals = { ...money, credit: '0', credit_to_balance: '0', balance: '0', grand_total: amount };
  return {
    id,
    status,
    customer_id: subscription.customer,
    address_id: paddleId('add', 1),
    business_id: null,
    custom_data: null,
    currency_code: currency,
    origin: 'subscription_recurring',
    subscription_id: subscription.id,
    invoice_id: null,
    invoice_number: `1-${Number(id.slice(4))}`,
    collection_mode: 'automatic',
    discount_id: null,
    billing_details: null,
    billing_period: { starts_at: timeOf(start), ends_at: timeOf(end) },
    items: [{ quantity: 1, price: renderPrice(subscription) }],
    details: { totals: { ...totals, fee: null, earnings: null, currency_code: currency }, line_items: [] },
    payments: [],
    checkout: { url: null },
    created_at: timeOf(billedAt),
    updated_at: timeOf(billedAt),
    billed_at: timeOf(billedAt),
    revised_at: null,
    ...(withAdjustments ? { adjustments: adjustments.map((each) => renderAdjustment(transaction, each)) } : {}),
  };
}

/** What changed the total of a transaction afterwards. */
export function renderAdjustment(
  { id, subscription }: PaddleTransaction,
  { id: ownId, action, type, amount, at, status }: PaddleAdjustment,
): WireJson {
  const { currency, customer } = subscription;
  return {
    id: ownId,
    action,
    type,
    transaction_id: id,
    subscription_id: subscription.id,
    customer_id: customer,
    reason: 'error',
    credit_applied_to_balance: null,
    currency_code: currency,
    status,
    items: [renderAdjustmentItem(ownId, amount, type)],
    totals: { subtotal: amount, tax: '0', total: amount, fee: '0', earnings: amount, currency_code: currency },
    payout_totals: null,
    tax_rates_used: [],
    created_at: timeOf(at),
    updated_at: timeOf(at),
  };
}

function renderAdjustmentItem(adjustment: string, amount: string, type: PaddleAdjustment['type']): WireJson {
  const number = Number(adjustment.slice(4));
  return {
    id: paddleId('adjitm', number),
    item_id: paddleId('txnitm', number),
    type,
    amount,
    proration: null,
    totals: { subtotal: amount, tax: '0', total: amount },
  };
}
