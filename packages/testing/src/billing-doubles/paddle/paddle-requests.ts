import type { WireJson } from '../double-faults.ts';
import type { PaddleBooks } from './paddle-books.ts';
import { createAdjustment } from './paddle-adjustments.ts';
import { noSuch, paddleError, type PaddleAnswer } from './paddle-answer.ts';
import { periodOf, standingOf, type PaddleState } from './paddle-state.ts';
import { renderSubscription, renderTransaction } from './render-paddle.ts';

/** What a request asks for. */
export interface PaddleRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
}

/** The subscription in the path, or null for a list. */
function subscriptionIn(path: string): string | null {
  return /^\/subscriptions\/([^/]+)(\/cancel)?$/.exec(path)?.[1] ?? null;
}

/** Answers a request from the books, and does what a write says. */
export function answerPaddle(books: PaddleBooks, request: PaddleRequest): PaddleAnswer {
  const { method, url } = request;
  if (method === 'POST' && url.pathname === '/adjustments') return createAdjustment(books, request.body);
  const id = subscriptionIn(url.pathname);
  if (id === null) return method === 'GET' ? answerList(books, url) : noSuch();
  const state = books.subscriptions.get(id);
  if (state === undefined) return noSuch();
  const work = works[`${method} ${url.pathname.endsWith('/cancel') ? 'cancel' : 'subscription'}`];
  if (work === undefined) return paddleError(405, 'method_not_allowed', 'Method not allowed');
  const problem = work(state, books.now(), request.body);
  if (problem !== null) return problem;
  const data = renderSubscription(state);
  return method === 'GET' ? { status: 200, data } : { status: 200, data, about: state };
}

const LOCK_MS = 30 * 60_000;

/** Why a subscription cannot be changed now, if so. */
function lockOf(state: PaddleState, now: number): PaddleAnswer | null {
  if (state.status === 'canceled') {
    return paddleError(
      400,
      'subscription_is_canceled_action_invalid',
      'subscription is canceled, no changes can be made',
    );
  }
  const isLocked = state.status !== 'paused' && periodOf(state).end - now <= LOCK_MS;
  if (!isLocked) return null;
  return paddleError(409, 'subscription_locked_renewal', 'unable to update subscription 30m0s before renewal');
}

type Work = (state: PaddleState, now: number, body: string) => PaddleAnswer | null;

const works: Readonly<Record<string, Work>> = {
  'GET subscription': () => null,
  'POST cancel': (state, now, body) => {
    const lock = lockOf(state, now);
    if (lock !== null) return lock;
    if (state.scheduled !== null) {
      return paddleError(
        400,
        'subscription_locked_pending_changes',
        'cannot update subscription, pending scheduled changes',
      );
    }
    Object.assign(state, { before: standingOf(state), updatedAt: now });
    const isNow = state.status === 'paused' || body === '{"effective_from":"immediately"}';
    if (isNow) Object.assign(state, { status: 'canceled', canceledAt: now });
    else state.scheduled = { action: 'cancel', at: periodOf(state).end };
    return null;
  },
  'PATCH subscription': (state, now, body) => {
    const lock = lockOf(state, now);
    if (lock !== null) return lock;
    if (body !== '{"scheduled_change":null}') {
      return paddleError(400, 'subscription_scheduled_change_invalid_update', 'Only null can be set');
    }
    Object.assign(state, { before: standingOf(state), scheduled: null, updatedAt: now });
    return null;
  },
};

/** Newest first, in pages. */
function answerList({ subscriptions, transactions }: PaddleBooks, url: URL): PaddleAnswer {
  const query = url.searchParams;
  const lists: Readonly<Record<string, () => WireJson[]>> = {
    '/subscriptions': () =>
      [...subscriptions.values()]
        .filter(({ customer }) => customer === query.get('customer_id'))
        .map(renderSubscription),
    '/transactions': () =>
      transactions
        .filter(({ subscription }) => subscription.id === query.get('subscription_id'))
        .map((transaction) => renderTransaction(transaction, query.get('include') === 'adjustments')),
  };
  const all = lists[url.pathname]?.().reverse();
  if (all === undefined) return noSuch();
  const perPage = Number(query.get('per_page') ?? 50);
  const rest = all.slice(all.findIndex(({ id }) => id === query.get('after')) + 1);
  const data = rest.slice(0, perPage);
  const next = new URL(`https://api.paddle.com${url.pathname}${url.search}`);
  next.searchParams.set('after', String(data.at(-1)?.['id'] ?? ''));
  const pagination = {
    per_page: perPage,
    next: next.href,
    has_more: rest.length > perPage,
    estimated_total: all.length,
  };
  return { status: 200, data, pagination };
}
