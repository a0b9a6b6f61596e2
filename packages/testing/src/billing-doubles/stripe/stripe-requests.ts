import type { WireJson } from '../double-faults.ts';
import { readForm } from '../form-values.ts';
import { renderCharge, renderInvoice, renderSubscription, type StripeShape } from './render-stripe.ts';
import { createRefund, listRefunds } from './stripe-refunds.ts';
import { refused, stripeError, type StripeAnswer, type StripeRequest } from './stripe-answer.ts';
import type { StripeBooks } from './stripe-books.ts';
import { end, isOver, scheduleEnd, standingOf, type StripeState } from './stripe-state.ts';

/** Reads a request that came over HTTP. Stripe's package deletes with a query. */
export function readStripeRequest(method: string, url: URL, body: string): StripeRequest {
  return {
    method,
    path: url.pathname,
    form: readForm(method === 'POST' ? new URLSearchParams(body) : url.searchParams),
  };
}

/** The subscription in the path, or null for a list. */
export function subscriptionIn(path: string): string | null {
  return /^\/v1\/subscriptions\/([^/]+)$/.exec(path)?.[1] ?? null;
}

/** Answers a request from the books, and does what a write says. */
export function answerStripe(books: StripeBooks, shape: StripeShape, request: StripeRequest): StripeAnswer {
  const { method, path, form } = request;
  const id = subscriptionIn(path);
  if (id !== null) return answerSubscription(books, shape, request, id);
  if (method === 'POST' && path === '/v1/refunds') return createRefund(books, shape, form);
  const render = method === 'GET' ? lists[path] : undefined;
  if (render === undefined)
    return stripeError(404, { type: 'invalid_request_error', message: 'Unrecognized request URL' });
  return { status: 200, body: pageOf(render(books, shape, form), path, form) };
}

function answerSubscription(books: StripeBooks, shape: StripeShape, request: StripeRequest, id: string): StripeAnswer {
  const state = books.subscriptions.get(id);
  if (state === undefined) return noSuchSubscription(id);
  const work = works[request.method];
  const problem = work?.(state, request.form, books.now()) ?? null;
  if (problem !== null) return problem;
  const body = renderSubscription(shape, state, expandOf(request.form));
  return { status: 200, body, ...(work ? { about: state } : {}) };
}

function noSuchSubscription(id: string): StripeAnswer {
  const message = `No such subscription: '${id}'`;
  return stripeError(404, { type: 'invalid_request_error', code: 'resource_missing', param: 'id', message });
}

type Work = (state: StripeState, form: StripeRequest['form'], now: number) => StripeAnswer | null;

/** What is over is not found any more by who wants to end it ("Cancel a subscription"). */
const endNow: Work = (state, _, now) => {
  if (isOver(state)) return noSuchSubscription(state.id);
  state.before = standingOf(state);
  end(state, now);
  return null;
};

/** Does what the form says, or answers why not. */
const update: Work = (state, form, now) => {
  const { cancel_at_period_end, cancel_at, metadata } = form;
  if (isOver(state)) return refused('A canceled subscription can only update its cancellation_details and metadata.');
  if (cancel_at !== undefined && cancel_at_period_end !== undefined) {
    return refused('You may only specify one of these parameters: cancel_at, cancel_at_period_end.');
  }
  state.before = standingOf(state);
  if (typeof metadata === 'object' && !Array.isArray(metadata)) {
    for (const [name, value] of Object.entries(metadata)) state.metadata[name] = String(value);
  }
  if (cancel_at === '') scheduleEnd(state, false, now);
  // In the flexible billing mode the date stands alone, and switching off what is off changes nothing.
  else if (cancel_at_period_end === 'true') scheduleEnd(state, true, now);
  else if (cancel_at_period_end === 'false' && state.cancelAtPeriodEnd) scheduleEnd(state, false, now);
  return null;
};

const works: Readonly<Record<string, Work>> = { POST: update, DELETE: endNow };

type ListOf = (books: StripeBooks, shape: StripeShape, form: StripeRequest['form']) => readonly WireJson[];

/** Each newest first, as Stripe lists. */
const lists: Readonly<Record<string, ListOf>> = {
  '/v1/subscriptions': ({ subscriptions }, shape, form) =>
    [...subscriptions.values()]
      .filter(
        ({ customer, endedAt }) => customer === form['customer'] && (form['status'] === 'all' || endedAt === null),
      )
      .map((state) => renderSubscription(shape, state, expandOf(form)))
      .reverse(),
  '/v1/invoices': ({ invoices }, shape, form) =>
    invoices
      .filter(({ subscription }) => subscription.id === form['subscription'])
      .filter(({ status }) => form['status'] === undefined || status === form['status'])
      .map((invoice) => renderInvoice(shape, invoice, expandOf(form)))
      .reverse(),
  '/v1/charges': ({ invoices }, shape, form) =>
    invoices
      .filter(({ subscription, status }) => subscription.customer === form['customer'] && status === 'paid')
      .map((invoice) => renderCharge(shape, invoice, expandOf(form)))
      .reverse(),
  '/v1/refunds': (books, shape, form) => listRefunds(books, shape, form),
};

function pageOf(all: readonly WireJson[], url: string, form: StripeRequest['form']): WireJson {
  const limit = Number(form['limit'] ?? 10);
  const after = all.findIndex(({ id }) => id === form['starting_after']);
  const rest = all.slice(after + 1);
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
}

/** Names in a list begin with `data.`, which means each of its objects. */
function expandOf({ expand }: StripeRequest['form']): string[] {
  return Array.isArray(expand) ? expand.map((name) => String(name).replace(/^data\./, '')) : [];
}
