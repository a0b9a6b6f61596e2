import type { WireJson } from '../double-faults.ts';
import { readForm, type FormValue } from '../form-values.ts';
import { renderCharge, renderInvoice, renderSubscription, type StripeShape } from './render-stripe.ts';
import type { StripeBooks } from './stripe-books.ts';
import { isOver, scheduleEnd, type StripeState } from './stripe-state.ts';

/** A status with its JSON. */
export interface StripeAnswer {
  readonly status: number;
  readonly body: WireJson;
}

/** An error as Stripe writes it ("Errors"). */
export function stripeError(status: number, error: WireJson): StripeAnswer {
  return { status, body: { error } };
}

const refused = (message: string, more: WireJson = {}): StripeAnswer =>
  stripeError(400, { type: 'invalid_request_error', message, ...more });

/** What a request asks for, and what a write would change. */
export interface StripeRequest {
  readonly method: string;
  readonly path: string;
  readonly form: Readonly<Record<string, FormValue>>;
}

/** Reads a request that came over HTTP. */
export function readStripeRequest(method: string, url: URL, body: string): StripeRequest {
  return {
    method,
    path: url.pathname,
    form: readForm(method === 'GET' ? url.searchParams : new URLSearchParams(body)),
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
  const render = method === 'GET' ? lists[path] : undefined;
  if (render === undefined)
    return stripeError(404, { type: 'invalid_request_error', message: 'Unrecognized request URL' });
  return { status: 200, body: pageOf(render(books, shape, form), path, form) };
}

function answerSubscription(books: StripeBooks, shape: StripeShape, request: StripeRequest, id: string): StripeAnswer {
  const state = books.subscriptions.get(id);
  if (state === undefined) return noSuchSubscription(id);
  const problem = request.method === 'POST' ? update(state, request.form, books.now()) : null;
  return problem ?? { status: 200, body: renderSubscription(shape, state, expandOf(request.form)) };
}

function noSuchSubscription(id: string): StripeAnswer {
  const message = `No such subscription: '${id}'`;
  return stripeError(404, { type: 'invalid_request_error', code: 'resource_missing', param: 'id', message });
}

/** Does what the form says, or answers why not. */
function update(state: StripeState, form: StripeRequest['form'], now: number): StripeAnswer | null {
  const { cancel_at_period_end, cancel_at, metadata } = form;
  if (isOver(state)) return refused('A canceled subscription can only update its cancellation_details and metadata.');
  if (cancel_at !== undefined && cancel_at_period_end !== undefined) {
    return refused('You may only specify one of these parameters: cancel_at, cancel_at_period_end.');
  }
  state.before = { cancelAt: state.cancelAt, cancelAtPeriodEnd: state.cancelAtPeriodEnd };
  if (typeof metadata === 'object' && !Array.isArray(metadata)) {
    for (const [name, value] of Object.entries(metadata)) state.metadata[name] = String(value);
  }
  if (cancel_at === '') scheduleEnd(state, false, now);
  // In the flexible billing mode the date stands alone, and switching off what is off changes nothing.
  else if (cancel_at_period_end === 'true') scheduleEnd(state, true, now);
  else if (cancel_at_period_end === 'false' && state.cancelAtPeriodEnd) scheduleEnd(state, false, now);
  return null;
}

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
      .map((invoice) => renderInvoice(shape, invoice, expandOf(form)))
      .reverse(),
  '/v1/charges': ({ invoices }, shape, form) =>
    invoices
      .filter(({ subscription, status }) => subscription.customer === form['customer'] && status === 'paid')
      .map((invoice) => renderCharge(shape, invoice, expandOf(form)))
      .reverse(),
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
