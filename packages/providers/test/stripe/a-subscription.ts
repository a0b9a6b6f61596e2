import newer from '../fixtures/stripe-2026-08.json' with { type: 'json' };
import older from '../fixtures/stripe-2023-08-16.json' with { type: 'json' };

/** Stripe's own examples, one per shape. */
export const examples = { older: older[0], newer: newer[0] };

/** Seconds since 1970, as Stripe counts. */
export function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}

const story = {
  status: 'active',
  created: seconds('2026-01-31T09:00:00Z'),
  start_date: seconds('2026-01-31T09:00:00Z'),
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  ended_at: null,
  pause_collection: null,
  trial_start: null,
  trial_end: null,
};
export const period = {
  current_period_start: seconds('2026-08-31T09:00:00Z'),
  current_period_end: seconds('2026-09-30T09:00:00Z'),
};
/** A field of the wire, to be changed by a test. */
export type Changes = Readonly<Record<string, unknown>>;

/** Before 2025-03-31.basil: Stripe's example with a story that can happen, the period on the subscription. */
export function olderShape(changes: Changes = {}): Changes {
  return { ...examples.older, ...story, ...period, ...changes };
}

/** Since 2025-03-31.basil: the period on the items. `items` are changes to Stripe's example item, one item each. */
export function newerShape(changes: Changes = {}, items: readonly Changes[] = [{}]): Changes {
  const [example] = examples.newer?.items.data ?? [];
  const price = { ...example?.price, transform_quantity: null };
  const data = items.map((item) => ({ ...example, price, ...period, ...item }));
  return { ...examples.newer, ...story, items: { object: 'list', data }, ...changes };
}

/** A price like the example's, changed. */
export function aPrice(changes: Changes, recurring: Changes = {}): Changes {
  const price = examples.newer?.items.data[0]?.price;
  return { ...price, transform_quantity: null, ...changes, recurring: { ...price?.recurring, ...recurring } };
}
