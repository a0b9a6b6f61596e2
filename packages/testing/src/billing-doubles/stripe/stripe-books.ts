import { end, isOver, periodOf, type StripeInvoice, type StripeState } from './stripe-state.ts';

/** How a subscription begins; what is absent is ordinary. */
export interface NewStripeSubscription {
  readonly customer?: string;
  /** When it began; now when absent. Its periods count from here. */
  readonly startedAt?: string;
  readonly amount?: number;
  readonly currency?: string;
  readonly interval?: StripeState['interval'];
  readonly billingMode?: StripeState['billingMode'];
  readonly status?: string;
}

/** All that Stripe keeps of one account, moved on by a clock. */
export interface StripeBooks {
  /** In order of creation. */
  readonly subscriptions: ReadonlyMap<string, StripeState>;
  readonly invoices: readonly StripeInvoice[];
  add(subscription: NewStripeSubscription): StripeState;
  find(id: string): StripeState;
  /** Renews, and ends what is to end, up to now. */
  bringUpToDate(): void;
  now(): number;
}

/** What is told when something changes. */
type Tell = (type: string, about: StripeState | StripeInvoice) => void;

/** Empty books. */
export function createStripeBooks(clock: { now(): Date }, tell: Tell): StripeBooks {
  const subscriptions = new Map<string, StripeState>();
  const invoices: StripeInvoice[] = [];
  const now = (): number => Math.floor(clock.now().getTime() / 1000);
  const charge = (subscription: StripeState): void => {
    const { start, end: until } = periodOf(subscription);
    const turn = String(invoices.length + 1).padStart(4, '0');
    const invoice: StripeInvoice = {
      id: `in_double${turn}`,
      subscription,
      created: start,
      start,
      end: until,
      number: `DOUBLE-${turn}`,
      status: 'paid',
      refunds: [],
      isDisputed: false,
    };
    invoices.push(invoice);
    tell('invoice.paid', invoice);
  };
  return {
    subscriptions,
    invoices,
    now,
    find: (id) => {
      const found = subscriptions.get(id);
      if (found === undefined) throw new Error(`the double has no subscription ${id}`);
      return found;
    },
    add: (options) => {
      const state = newState(options, `sub_double${subscriptions.size + 1}`, now());
      subscriptions.set(state.id, state);
      tell('customer.subscription.created', state);
      charge(state);
      while (periodOf(state).end <= now() && !isOver(state)) moveOn(state, charge, tell);
      return state;
    },
    bringUpToDate: () => {
      for (const state of subscriptions.values()) {
        while (!isOver(state) && (state.cancelAt ?? periodOf(state).end) <= now()) moveOn(state, charge, tell);
      }
    },
  };
}

function newState(options: NewStripeSubscription, id: string, now: number): StripeState {
  const { customer = 'cus_double1', startedAt, amount = 900, currency = 'eur', status = 'active' } = options;
  return {
    id,
    customer,
    created: startedAt === undefined ? now : Date.parse(startedAt) / 1000,
    amount,
    currency,
    interval: options.interval ?? { unit: 'month', count: 1 },
    billingMode: options.billingMode ?? 'classic',
    status,
    period: 0,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    canceledAt: null,
    endedAt: null,
    reason: null,
    isPaused: false,
    metadata: {},
    before: { cancelAt: null, cancelAtPeriodEnd: false, status, canceledAt: null, endedAt: null },
  };
}

/** The next thing that was due: an end, or a period with its charge. */
function moveOn(state: StripeState, charge: (state: StripeState) => void, tell: Tell): void {
  const { end: due } = periodOf(state);
  const endsAt = state.cancelAt ?? (state.cancelAtPeriodEnd ? due : null);
  if (endsAt !== null && endsAt <= due) {
    end(state, endsAt);
    tell('customer.subscription.deleted', state);
    return;
  }
  state.period += 1;
  if (!state.isPaused) charge(state);
  tell('customer.subscription.updated', state);
}
