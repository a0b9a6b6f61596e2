/** A subscription as the double keeps it. Moments are milliseconds since 1970. */
export interface PaddleState {
  readonly id: string;
  readonly customer: string;
  readonly startedAt: number;
  readonly amount: string;
  readonly currency: string;
  readonly interval: { readonly unit: 'month' | 'year'; readonly count: number };
  status: string;
  /** How many periods have begun before this one. */
  period: number;
  scheduled: { readonly action: 'cancel' | 'pause'; readonly at: number } | null;
  canceledAt: number | null;
  pausedAt: number | null;
  updatedAt: number;
  /** How it stood before the last write, for an answer that is late. */
  before: Pick<PaddleState, 'scheduled' | 'status' | 'canceledAt'>;
}

/** How it stands now. */
export function standingOf({ scheduled, status, canceledAt }: PaddleState): PaddleState['before'] {
  return { scheduled, status, canceledAt };
}

/** What changed the total of a bill afterwards, in the currency's lowest unit. */
export interface PaddleAdjustment {
  readonly id: string;
  readonly action: 'refund' | 'chargeback';
  readonly type: 'full' | 'partial';
  readonly amount: string;
  readonly at: number;
  status: string;
}

/** One bill with what was given back. */
export interface PaddleTransaction {
  readonly id: string;
  readonly subscription: PaddleState;
  readonly billedAt: number;
  readonly start: number;
  readonly end: number;
  status: string;
  readonly adjustments: PaddleAdjustment[];
}

/** An identifier in Paddle's form: a word and 26 letters or digits. */
export function paddleId(word: string, number: number): string {
  return `${word}_${String(number).padStart(26, '0')}`;
}

/** When the period that runs begins and ends, counted from the first. */
export function periodOf({ startedAt, interval, period }: PaddleState): { start: number; end: number } {
  const months = interval.count * (interval.unit === 'year' ? 12 : 1);
  return { start: addMonths(startedAt, months * period), end: addMonths(startedAt, months * (period + 1)) };
}

function addMonths(time: number, months: number): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (time % 86_400_000);
}

/** Whether it has no period any more. */
export function isStill({ status }: PaddleState): boolean {
  return status === 'canceled' || status === 'paused';
}
