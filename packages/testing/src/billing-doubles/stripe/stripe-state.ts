/** A subscription as the double keeps it. Moments are seconds since 1970. */
export interface StripeState {
  readonly id: string;
  readonly customer: string;
  readonly created: number;
  readonly amount: number;
  readonly currency: string;
  readonly interval: { readonly unit: 'month' | 'year'; readonly count: number };
  readonly billingMode: 'classic' | 'flexible';
  status: string;
  /** How many periods have begun before this one. */
  period: number;
  cancelAt: number | null;
  cancelAtPeriodEnd: boolean;
  canceledAt: number | null;
  endedAt: number | null;
  reason: string | null;
  isPaused: boolean;
  metadata: Record<string, string>;
  /** How it stood before the last write, for an answer that is late. */
  before: Standing;
}

/** Whether it goes on, and until when. */
export type Standing = Pick<StripeState, 'cancelAt' | 'cancelAtPeriodEnd' | 'status' | 'canceledAt' | 'endedAt'>;

/** How it stands now. */
export function standingOf({ cancelAt, cancelAtPeriodEnd, status, canceledAt, endedAt }: StripeState): Standing {
  return { cancelAt, cancelAtPeriodEnd, status, canceledAt, endedAt };
}

/** Money that went back for an invoice. */
export interface StripeRefund {
  readonly id: string;
  readonly amount: number;
  readonly created: number;
  status: string;
}

/** One invoice with its charge. Moments are seconds since 1970. */
export interface StripeInvoice {
  readonly id: string;
  readonly subscription: StripeState;
  readonly created: number;
  readonly start: number;
  readonly end: number;
  readonly number: string;
  status: 'paid' | 'open' | 'void';
  readonly refunds: StripeRefund[];
  /** Whether its payer disputed it at the bank; Stripe gives nothing back then. */
  isDisputed: boolean;
}

/** Writes a refund of an invoice down. */
export function giveBack({ id, refunds }: StripeInvoice, refund: Omit<StripeRefund, 'id'>): StripeRefund {
  const given = { id: `re_${id.slice(3)}n${refunds.length + 1}`, ...refund };
  refunds.push(given);
  return given;
}

/** When the period that runs begins and ends, counted from the first, so that the 31st comes back after February. */
export function periodOf({ created, interval, period }: StripeState, ahead = 0): { start: number; end: number } {
  const months = interval.count * (interval.unit === 'year' ? 12 : 1);
  const at = (turn: number): number => addMonths(created, months * turn);
  return { start: at(period + ahead), end: at(period + ahead + 1) };
}

function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const clock = seconds % 86_400;
  return Date.UTC(year, month, Math.min(day, lastDay)) / 1000 + clock;
}

/** Whether nothing comes any more. */
export function isOver({ endedAt }: StripeState): boolean {
  return endedAt !== null;
}

/** Sets the switches as Stripe does in either billing mode: flexible keeps the date alone. */
export function scheduleEnd(state: StripeState, atPeriodEnd: boolean, now: number): void {
  const isClassic = state.billingMode === 'classic';
  state.cancelAt = atPeriodEnd ? periodOf(state).end : null;
  state.cancelAtPeriodEnd = atPeriodEnd && isClassic;
  state.canceledAt = atPeriodEnd ? now : null;
  state.reason = atPeriodEnd ? 'cancellation_requested' : null;
}

/** Ends it at a moment. */
export function end(state: StripeState, at: number): void {
  Object.assign(state, { status: 'canceled', endedAt: at, canceledAt: state.canceledAt ?? at });
  state.reason ??= 'cancellation_requested';
}
