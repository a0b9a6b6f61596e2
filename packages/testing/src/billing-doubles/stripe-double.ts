import { createFixtureClock, type FixtureClock } from '../fixture-clock.ts';
import { createFaultQueue, type FaultQueue, type WireJson } from './double-faults.ts';
import { hmacOf, type DoubleNotice } from './double-log.ts';
import { answerWithout, startDouble, type RunningDouble } from './double-server.ts';
import { renderInvoice, renderSubscription, type StripeShape } from './stripe/render-stripe.ts';
import { createStripeBooks, type NewStripeSubscription } from './stripe/stripe-books.ts';
import { createStripeCompany, type StripeCompany } from './stripe/stripe-company.ts';
import {
  end,
  giveBack,
  scheduleEnd,
  standingOf,
  type StripeInvoice,
  type StripeState,
} from './stripe/stripe-state.ts';

/** What kind of account the double plays. */
export interface StripeDoubleOptions {
  readonly clock?: FixtureClock;
  /** `items` when absent, as Stripe answers today. */
  readonly shape?: StripeShape;
  readonly secretKey?: string;
  readonly webhookSecret?: string;
}

/** Stripe, as far as our provider uses it: kept in memory, moved on by a clock, and able to fail. */
export interface StripeDouble
  extends Pick<FaultQueue, 'failNext' | 'clear'>, Pick<StripeCompany, 'writes' | 'writesByKey' | 'exchanges'> {
  readonly clock: FixtureClock;
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Answers without a network. */
  handle(request: Request): Promise<Response>;
  start(options?: { readonly port?: number }): Promise<RunningDouble>;
  /** Adds one that began, with the invoices since; answers its identifier. */
  add(subscription?: NewStripeSubscription): string;
  /** The subscription as it is, moved up to the clock. */
  find(id: string): Readonly<StripeState>;
  /** What somebody does in Stripe's dashboard or portal, of which a notice is sent. */
  change(id: string, change: 'cancel' | 'resume' | 'end' | 'pause' | 'set_cancel_date'): void;
  /** Gives money back for the newest invoice. */
  refund(id: string, amount: number, status?: string): void;
  /** The payer of the newest invoice disputes it at the bank. */
  dispute(id: string): void;
  /** Every notice until now, oldest first, signed at the clock's time. */
  notices(): DoubleNotice[];
  /** Any body, signed as Stripe does. */
  sign(body: string, at?: Date): Headers;
}

/** A double with empty books. */
export function createStripeDouble(options: StripeDoubleOptions = {}): StripeDouble {
  const { clock = createFixtureClock('2026-11-22T08:00:00Z'), shape = 'items' } = options;
  const { secretKey = 'sk_test_double', webhookSecret = 'whsec_double' } = options;
  const events: WireJson[] = [];
  const tell = (type: string, about: StripeState | StripeInvoice): void => {
    const object = 'subscription' in about ? renderInvoice(shape, about, []) : renderSubscription(shape, about, []);
    const [id, created] = [`evt_double${events.length + 1}`, Math.floor(clock.now().getTime() / 1000)];
    events.push({ object: 'event', id, type, created, livemode: false, pending_webhooks: 1, data: { object } });
  };
  const books = createStripeBooks(clock, tell);
  const faults = createFaultQueue();
  const company = createStripeCompany(books, shape, secretKey, tell);
  const play = (request: Request) => faults.outcomeOf(request, company);
  const newestOf = (id: string) => books.invoices.findLast(({ subscription }) => subscription.id === id);
  const sign = (body: string, at = clock.now()): Headers => {
    const time = Math.floor(at.getTime() / 1000);
    return new Headers({ 'stripe-signature': `t=${time},v1=${hmacOf(webhookSecret, `${time}.${body}`)}` });
  };
  return {
    ...{ clock, secretKey, webhookSecret, sign, failNext: faults.failNext, clear: faults.clear },
    writes: company.writes,
    writesByKey: company.writesByKey,
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
      changes[change](state, books.now());
      state.before = standingOf(state);
      tell('customer.subscription.updated', state);
    },
    refund: (id, amount, status = 'succeeded') => {
      const invoice = newestOf(id);
      if (invoice) giveBack(invoice, { amount, created: books.now(), status });
    },
    dispute: (id) => {
      const invoice = newestOf(id);
      if (invoice) invoice.isDisputed = true;
    },
    notices: () => {
      books.bringUpToDate();
      return events.map((event) => noticeOf(event, sign));
    },
  };
}

const changes: Record<Parameters<StripeDouble['change']>[1], (state: StripeState, now: number) => void> = {
  cancel: (state, now) => scheduleEnd(state, true, now),
  resume: (state, now) => scheduleEnd(state, false, now),
  end: (state, now) => end(state, now),
  pause: (state) => Object.assign(state, { isPaused: true }),
  // The portal and people who set a date leave the other switch alone, in either billing mode.
  set_cancel_date: (state, now) => {
    scheduleEnd(state, true, now);
    state.cancelAtPeriodEnd = false;
  },
};

function noticeOf(event: WireJson, sign: StripeDouble['sign']): DoubleNotice {
  const body = JSON.stringify(event);
  return { type: String(event['type']), body, headers: sign(body) };
}
