import { createFixtureClock, type FixtureClock } from '../fixture-clock.ts';
import { createFaultQueue, type DoubledCompany, type FaultQueue, type WireJson } from './double-faults.ts';
import { createTally, hmacOf, type DoubleNotice, type Exchange, type Tally } from './double-log.ts';
import { answerWithout, startDouble, type RunningDouble } from './double-server.ts';
import { paddleError, type PaddleAnswer } from './paddle/paddle-answer.ts';
import { createPaddleBooks, type NewPaddleSubscription, type PaddleBooks } from './paddle/paddle-books.ts';
import { adjust } from './paddle/paddle-adjustments.ts';
import { answerPaddle } from './paddle/paddle-requests.ts';
import { paddleId, periodOf, standingOf, type PaddleState, type PaddleTransaction } from './paddle/paddle-state.ts';
import { renderSubscription, renderTransaction } from './paddle/render-paddle.ts';

/** What kind of account the double plays. */
export interface PaddleDoubleOptions {
  readonly clock?: FixtureClock;
  readonly apiKey?: string;
  readonly webhookSecret?: string;
}

/** Paddle Billing, as far as our provider uses it: kept in memory, moved on by a clock, and able to fail. */
export interface PaddleDouble extends Pick<FaultQueue, 'failNext' | 'clear'> {
  readonly clock: FixtureClock;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** Answers without a network. */
  handle(request: Request): Promise<Response>;
  start(options?: { readonly port?: number }): Promise<RunningDouble>;
  /** Adds one that began, with the transactions since; answers its identifier. */
  add(subscription?: NewPaddleSubscription): string;
  /** The subscription as it is, moved up to the clock. */
  find(id: string): Readonly<PaddleState>;
  /** What somebody does in Paddle's dashboard or portal, of which a notice is sent. */
  change(id: string, change: 'cancel' | 'resume' | 'end' | 'pause'): void;
  /** Gives money back for the newest transaction. */
  refund(id: string, amount: string, status?: string): void;
  /** The payer of the newest transaction has the bank take its money back. */
  dispute(id: string): void;
  /** Writes that were carried out, by subscription. Paddle has no idempotency keys. */
  readonly writes: Tally;
  readonly exchanges: readonly Exchange[];
  /** Every notice until now, oldest first, signed at the clock's time. */
  notices(): DoubleNotice[];
  /** Any body, signed as Paddle does. */
  sign(body: string, at?: Date): Headers;
}

/** A double with empty books. */
export function createPaddleDouble(options: PaddleDoubleOptions = {}): PaddleDouble {
  const { clock = createFixtureClock('2026-11-22T08:00:00Z') } = options;
  const { apiKey = 'pdl_sdbx_apikey_double', webhookSecret = 'pdl_ntfset_double' } = options;
  const events: WireJson[] = [];
  const tell = (type: string, about: PaddleState | PaddleTransaction): void => {
    const data = 'subscription' in about ? renderTransaction(about, false) : renderSubscription(about);
    const [event_id, occurred_at] = [paddleId('evt', events.length + 1), clock.now().toISOString()];
    events.push({ event_id, event_type: type, occurred_at, notification_id: paddleId('ntf', events.length + 1), data });
  };
  const books = createPaddleBooks(clock, tell);
  const faults = createFaultQueue();
  const company = createCompany(books, apiKey, tell);
  const play = (request: Request) => faults.outcomeOf(request, company);
  const newestOf = (id: string) => books.transactions.findLast(({ subscription }) => subscription.id === id);
  const sign = (body: string, at = clock.now()): Headers => {
    const time = Math.floor(at.getTime() / 1000);
    return new Headers({ 'paddle-signature': `ts=${time};h1=${hmacOf(webhookSecret, `${time}:${body}`)}` });
  };
  return {
    ...{ clock, apiKey, webhookSecret, sign, failNext: faults.failNext, clear: faults.clear },
    writes: company.writes,
    exchanges: company.exchanges,
    handle: (request) => answerWithout(play, request),
    start: (where) => startDouble(play, where),
    add: (subscription = {}) => books.add(subscription).id,
    find: (id) => {
      books.bringUpToDate();
      return books.find(id);
    },
    change: (id, change) => {
      books.bringUpToDate();
      const state = books.find(id);
      Object.assign(state, changes[change](state, books.now()), { updatedAt: books.now() });
      state.before = standingOf(state);
      tell('subscription.updated', state);
    },
    refund: (id, amount, status = 'approved') => {
      const transaction = newestOf(id);
      const change = { action: 'refund', type: 'partial', amount, at: books.now(), status } as const;
      if (transaction) adjust(transaction, change, books.transactions);
    },
    dispute: (id) => {
      const transaction = newestOf(id);
      const { amount } = books.find(id);
      const change = { action: 'chargeback', type: 'full', amount, at: books.now(), status: 'approved' } as const;
      if (transaction) adjust(transaction, change, books.transactions);
    },
    notices: () => {
      books.bringUpToDate();
      return events.map((event) => {
        const body = JSON.stringify(event);
        return { type: String(event['event_type']), body, headers: sign(body) };
      });
    },
  };
}

const changes: Record<
  Parameters<PaddleDouble['change']>[1],
  (state: PaddleState, now: number) => Partial<PaddleState>
> = {
  cancel: (state) => ({ scheduled: { action: 'cancel', at: periodOf(state).end } }),
  pause: (state) => ({ scheduled: { action: 'pause', at: periodOf(state).end } }),
  resume: () => ({ scheduled: null }),
  end: (_, now) => ({ scheduled: null, status: 'canceled', canceledAt: now }),
};

type Company = DoubledCompany & Pick<PaddleDouble, 'writes' | 'exchanges'>;

function createCompany(books: PaddleBooks, apiKey: string, tell: (type: string, about: PaddleState) => void): Company {
  const [writes, exchanges] = [createTally(), new Array<Exchange>()];
  const respond = async (request: Request, work: (body: string, url: URL) => PaddleAnswer): Promise<Response> => {
    books.bringUpToDate();
    const [url, body] = [new URL(request.url), await request.text()];
    const { status, data, pagination, error, about } = work(body, url);
    if (about !== undefined) {
      writes.add(about.id);
      tell(about.status === 'canceled' ? 'subscription.canceled' : 'subscription.updated', about);
    }
    const requestId = `00000000-0000-0000-0000-${String(exchanges.length + 1).padStart(12, '0')}`;
    const meta = { request_id: requestId, ...(pagination ? { pagination } : {}) };
    const answer = error ? { error, meta } : { data, meta };
    const { method, headers } = request;
    exchanges.push({ method, path: url.pathname, query: url.searchParams, headers, body, status, answer });
    return Response.json(answer, { status });
  };
  return {
    writes,
    exchanges,
    answer: (request) =>
      respond(request, (body, url) => {
        const isKnown = request.headers.get('authorization') === `Bearer ${apiKey}`;
        if (!isKnown) return paddleError(403, 'forbidden', 'You are not permitted to perform this request');
        return answerPaddle(books, { method: request.method, url, body });
      }),
    refuse: (request, status) =>
      respond(request, () =>
        status === 429
          ? paddleError(429, 'too_many_requests', 'Too many requests')
          : paddleError(500, 'internal_error', 'An internal error occurred'),
      ),
    spoil: {
      unknown_enum: (body) => withData(body, (data) => ({ ...data, status: 'resting', collection_mode: 'by_owl' })),
      empty_list: (body) =>
        Array.isArray(body['data']) ? { ...body, data: [] } : withData(body, (data) => ({ ...data, items: [] })),
      flipped_flag: (body) => withData(body, (data) => ({ ...data, ...beforeOf(data, books) })),
    },
  };
}

function withData(body: WireJson, change: (data: WireJson) => WireJson): WireJson {
  const { data } = body;
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? { ...body, data: change({ ...data }) }
    : body;
}

function beforeOf(data: WireJson, { subscriptions }: PaddleBooks): WireJson {
  const state = subscriptions.get(String(data['id']));
  return state === undefined ? {} : renderSubscription({ ...state, ...state.before });
}
