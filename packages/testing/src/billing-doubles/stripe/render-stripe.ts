import type { WireJson } from '../double-faults.ts';
import { stripeExamples as examples } from './stripe-examples.ts';
import { periodOf, type StripeInvoice, type StripeRefund, type StripeState } from './stripe-state.ts';

/** Where the period stands: on the subscription before API version 2025-03-31.basil, on its items since. */
export type StripeShape = 'subscription' | 'items';

/** What was asked to be expanded. */
export type Expand = readonly string[];

const cardOf = (shape: StripeShape, customer: string): WireJson => ({
  ...examples[shape].payment_method,
  id: `pm_${customer.slice(4)}`,
  customer,
  type: 'card',
  card: { ...examples[shape].payment_method.card, brand: 'visa', last4: '4242' },
});

/** A customer, who has one card for everything. */
export function renderCustomer(shape: StripeShape, id: string, isExpanded: boolean): WireJson {
  const method = isExpanded ? cardOf(shape, id) : `pm_${id.slice(4)}`;
  const settings = { ...examples[shape].customer.invoice_settings, default_payment_method: method };
  return { ...examples[shape].customer, id, invoice_settings: settings };
}

/** A subscription of one item. */
export function renderSubscription(shape: StripeShape, state: StripeState, expand: Expand): WireJson {
  const { start, end } = periodOf(state);
  const period = { current_period_start: start, current_period_end: end };
  const withCustomer = expand.some((name) => name.startsWith('customer'));
  return {
    ...examples[shape].subscription,
    ...(shape === 'subscription' ? period : { billing_mode: { type: state.billingMode, flexible: null } }),
    id: state.id,
    status: state.status,
    created: state.created,
    start_date: state.created,
    currency: state.currency,
    customer: withCustomer ? renderCustomer(shape, state.customer, true) : state.customer,
    default_payment_method: null,
    cancel_at: state.cancelAt,
    cancel_at_period_end: state.cancelAtPeriodEnd,
    canceled_at: state.canceledAt,
    ended_at: state.endedAt,
    cancellation_details: { reason: state.reason, feedback: null, comment: null },
    pause_collection: state.isPaused ? { behavior: 'void', resumes_at: null } : null,
    metadata: state.metadata,
    trial_start: null,
    trial_end: null,
    pending_update: null,
    items: { object: 'list', data: [renderItem(shape, state, period)], has_more: false, url: '/v1/subscription_items' },
  };
}

function renderItem(shape: StripeShape, { id, amount, currency, interval }: StripeState, period: WireJson): WireJson {
  const [example] = examples[shape].subscription.items.data;
  const price = {
    ...example?.price,
    currency,
    unit_amount: amount,
    unit_amount_decimal: String(amount),
    transform_quantity: null,
    recurring: { ...example?.price.recurring, interval: interval.unit, interval_count: interval.count },
  };
  return {
    ...example,
    ...(shape === 'items' ? period : {}),
    id: `si_${id.slice(4)}`,
    quantity: 1,
    subscription: id,
    price,
  };
}

/** An invoice: older ones name their subscription and charge, newer ones a parent and a list of payments. */
export function renderInvoice(shape: StripeShape, invoice: StripeInvoice, expand: Expand): WireJson {
  const { subscription, status, created, start, end } = invoice;
  const due = { amount_due: subscription.amount, amount_remaining: status === 'paid' ? 0 : subscription.amount };
  const links = shape === 'subscription' ? olderLinks(invoice) : newerLinks(invoice, expand);
  return {
    ...examples[shape].invoice,
    ...due,
    ...links,
    id: invoice.id,
    number: invoice.number,
    status,
    attempted: true,
    attempt_count: 1,
    amount_paid: status === 'paid' ? subscription.amount : 0,
    total: subscription.amount,
    created,
    currency: subscription.currency,
    customer: subscription.customer,
    // Looks back over the period before, as Stripe's does.
    period_start: start - (end - start),
    period_end: start,
    lines: {
      object: 'list',
      data: [renderLine(shape, invoice)],
      has_more: false,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
  };
}

function olderLinks({ id, subscription, status }: StripeInvoice): WireJson {
  const isPaid = status === 'paid';
  return {
    subscription: subscription.id,
    paid: isPaid,
    charge: isPaid ? chargeOf(id) : null,
    payment_intent: isPaid ? intentOf(id) : null,
  };
}

function newerLinks({ id, subscription, status, created }: StripeInvoice, expand: Expand): WireJson {
  const payment = {
    id: `inpay_${id.slice(3)}`,
    object: 'invoice_payment',
    amount_paid: subscription.amount,
    amount_requested: subscription.amount,
    created,
    currency: subscription.currency,
    invoice: id,
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intentOf(id) },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: created },
  };
  const data = status === 'paid' ? [payment] : [];
  const parent = {
    type: 'subscription_details',
    subscription_details: { metadata: {}, subscription: subscription.id },
  };
  return {
    parent,
    ...(expand.includes('payments') ? { payments: { object: 'list', data, has_more: false, url: '' } } : {}),
  };
}

function renderLine(shape: StripeShape, { subscription, start, end }: StripeInvoice): WireJson {
  const [example] = examples[shape].invoice.lines.data;
  const { amount, currency, id } = subscription;
  const item = { subscription: id, subscription_item: `si_${id.slice(4)}`, invoice_item: null, proration: false };
  const parent = { type: 'subscription_item_details', invoice_item_details: null, subscription_item_details: item };
  const link = shape === 'subscription' ? { subscription: id } : { parent };
  return { ...example, ...link, amount, currency, period: { start, end } };
}

/** The charge that paid an invoice. */
export function renderCharge(shape: StripeShape, invoice: StripeInvoice, expand: Expand): WireJson {
  const { subscription, created, id } = invoice;
  const { amount, currency, customer } = subscription;
  const data = invoice.refunds.map((refund) => renderRefund(shape, invoice, refund));
  const refunds = { object: 'list', data, has_more: false, url: `/v1/charges/${chargeOf(id)}/refunds` };
  return {
    ...examples[shape].charge,
    id: chargeOf(id),
    amount,
    currency,
    customer,
    created,
    payment_intent: intentOf(id),
    ...(shape === 'subscription' ? { invoice: id } : {}),
    ...(expand.includes('refunds') ? { refunds } : {}),
  };
}

/** Money that went back for an invoice. */
export function renderRefund(shape: StripeShape, { id, subscription }: StripeInvoice, refund: StripeRefund): WireJson {
  const paidBy = { charge: chargeOf(id), payment_intent: intentOf(id) };
  return { ...examples[shape].refund, ...refund, ...paidBy, currency: subscription.currency };
}

/** The charge of an invoice that was paid. */
export function chargeOf(invoice: string): string {
  return `ch_${invoice.slice(3)}`;
}

/** The payment intent of an invoice that was paid. */
export function intentOf(invoice: string): string {
  return `pi_${invoice.slice(3)}`;
}
