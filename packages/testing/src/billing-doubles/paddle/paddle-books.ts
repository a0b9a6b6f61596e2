import { isStill, paddleId, periodOf, type PaddleState, type PaddleTransaction } from './paddle-state.ts';

/** How a subscription begins; what is absent is ordinary. */
export interface NewPaddleSubscription {
  readonly customer?: string;
  /** When it began; now when absent. Its periods count from here. */
  readonly startedAt?: string;
  /** In the currency's lowest unit, as Paddle writes it. */
  readonly amount?: string;
  readonly currency?: string;
  readonly interval?: PaddleState['interval'];
  readonly status?: string;
}

/** All that Paddle keeps of one account, moved on by a clock. */
export interface PaddleBooks {
  readonly subscriptions: ReadonlyMap<string, PaddleState>;
  readonly transactions: readonly PaddleTransaction[];
  add(subscription: NewPaddleSubscription): PaddleState;
  find(id: string): PaddleState;
  /** Renews, and does what was scheduled, up to now. */
  bringUpToDate(): void;
  now(): number;
}

type Tell = (type: string, about: PaddleState | PaddleTransaction) => void;

/** Empty books. */
export function createPaddleBooks(clock: { now(): Date }, tell: Tell): PaddleBooks {
  const subscriptions = new Map<string, PaddleState>();
  const transactions: PaddleTransaction[] = [];
  const now = (): number => clock.now().getTime();
  const charge = (subscription: PaddleState): void => {
    const { start, end } = periodOf(subscription);
    const id = paddleId('txn', transactions.length + 1);
    const transaction = { id, subscription, billedAt: start, start, end, status: 'completed', adjustments: [] };
    transactions.push(transaction);
    tell('transaction.completed', transaction);
  };
  const bringOne = (state: PaddleState): void => {
    while (!isStill(state) && periodOf(state).end <= now()) moveOn(state, charge, tell);
  };
  return {
    subscriptions,
    transactions,
    now,
    find: (id) => {
      const found = subscriptions.get(id);
      if (found === undefined) throw new Error(`the double has no subscription ${id}`);
      return found;
    },
    add: (options) => {
      const state = newState(options, paddleId('sub', subscriptions.size + 1), now());
      subscriptions.set(state.id, state);
      tell('subscription.created', state);
      charge(state);
      bringOne(state);
      return state;
    },
    bringUpToDate: () => [...subscriptions.values()].forEach(bringOne),
  };
}

function newState(options: NewPaddleSubscription, id: string, now: number): PaddleState {
  const { customer = paddleId('ctm', 1), startedAt, amount = '900', currency = 'EUR', status = 'active' } = options;
  return {
    id,
    customer,
    startedAt: startedAt === undefined ? now : Date.parse(startedAt),
    amount,
    currency,
    interval: options.interval ?? { unit: 'month', count: 1 },
    status,
    period: 0,
    scheduled: null,
    canceledAt: null,
    pausedAt: null,
    updatedAt: now,
    before: { scheduled: null, status, canceledAt: null },
  };
}

/** The next thing that was due: what was scheduled, or a period with its charge. */
function moveOn(state: PaddleState, charge: (state: PaddleState) => void, tell: Tell): void {
  const { scheduled } = state;
  state.updatedAt = scheduled?.at ?? periodOf(state).end;
  state.scheduled = null;
  if (scheduled?.action === 'cancel') {
    Object.assign(state, { status: 'canceled', canceledAt: scheduled.at });
    tell('subscription.canceled', state);
  } else if (scheduled?.action === 'pause') {
    Object.assign(state, { status: 'paused', pausedAt: scheduled.at });
    tell('subscription.paused', state);
  } else {
    state.period += 1;
    charge(state);
    tell('subscription.updated', state);
  }
}
