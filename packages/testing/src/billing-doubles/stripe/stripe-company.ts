import type { DoubledCompany, WireJson } from '../double-faults.ts';
import { createTally, type Exchange, type Tally } from '../double-log.ts';
import type { StripeShape } from './render-stripe.ts';
import { stripeError, type StripeAnswer } from './stripe-answer.ts';
import type { StripeBooks } from './stripe-books.ts';
import { answerStripe, readStripeRequest } from './stripe-requests.ts';
import type { StripeState } from './stripe-state.ts';

interface Kept {
  readonly body: string;
  readonly answer: StripeAnswer;
}

/** Stripe behind its API, with what it counted. */
export interface StripeCompany extends DoubledCompany {
  /** Writes that were carried out, by subscription; a replayed answer is none. */
  readonly writes: Tally;
  /** Writes that were carried out, by idempotency key. */
  readonly writesByKey: Tally;
  readonly exchanges: readonly Exchange[];
}

/** Idempotency as Stripe does it: the first answer under a key is kept, failures of its own included. */
export function createStripeCompany(
  books: StripeBooks,
  shape: StripeShape,
  secretKey: string,
  tell: (type: string, about: StripeState) => void,
): StripeCompany {
  const [writes, writesByKey, exchanges, kept] = [
    createTally(),
    createTally(),
    new Array<Exchange>(),
    new Map<string, Kept>(),
  ];
  const respond = async (request: Request, work: (body: string, url: URL) => StripeAnswer): Promise<Response> => {
    books.bringUpToDate();
    const [url, body, key] = [new URL(request.url), await request.text(), request.headers.get('idempotency-key')];
    const first = key === null ? undefined : kept.get(key);
    const isReplayed = first !== undefined && first.body === `${url.pathname}?${body}`;
    const answer = isReplayed ? first.answer : first ? keyReused : work(body, url);
    const isWrite = request.method !== 'GET';
    const isKept = request.method === 'POST' && (answer.status === 200 || answer.status >= 500);
    if (key !== null && first === undefined && isKept) kept.set(key, { body: `${url.pathname}?${body}`, answer });
    if (isWrite && !isReplayed && answer.about !== undefined) count(answer.about, key);
    const { method, headers } = request;
    exchanges.push({
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body,
      status: answer.status,
      answer: answer.body,
    });
    return jsonOf(answer, `req_double${exchanges.length}`, isReplayed);
  };
  const count = (about: StripeState, key: string | null): void => {
    writes.add(about.id);
    writesByKey.add(key);
    tell(about.endedAt === null ? 'customer.subscription.updated' : 'customer.subscription.deleted', about);
  };
  return {
    writes,
    writesByKey,
    exchanges,
    answer: (request) =>
      respond(request, (body, url) => {
        if (request.headers.get('authorization') !== `Bearer ${secretKey}`) return keyRefused;
        return answerStripe(books, shape, readStripeRequest(request.method, url, body));
      }),
    refuse: (request, status) => respond(request, () => failures[status]),
    spoil: {
      unknown_enum: (body) => ({ ...body, status: 'resting', collection_method: 'by_owl' }),
      empty_list: (body) => ('data' in body ? { ...body, data: [] } : { ...body, items: { object: 'list', data: [] } }),
      flipped_flag: (body) => asBefore(body, books),
    },
  };
}

const keyReused = stripeError(400, {
  type: 'idempotency_error',
  message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
});
const keyRefused = stripeError(401, { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_****' });
const failures = {
  429: stripeError(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' }),
  500: stripeError(500, { type: 'api_error', message: 'Something went wrong on our end' }),
};

function asBefore(body: WireJson, { subscriptions }: StripeBooks): WireJson {
  const state = subscriptions.get(String(body['id']));
  if (state === undefined) return body;
  const { cancelAt, cancelAtPeriodEnd, status, canceledAt, endedAt } = state.before;
  const switches = { cancel_at: cancelAt, cancel_at_period_end: cancelAtPeriodEnd };
  return { ...body, ...switches, status, canceled_at: canceledAt, ended_at: endedAt };
}

function jsonOf({ status, body }: StripeAnswer, requestId: string, isReplayed: boolean): Response {
  const headers = { 'request-id': requestId, ...(isReplayed ? { 'idempotent-replayed': 'true' } : {}) };
  return Response.json(body, { status, headers });
}
