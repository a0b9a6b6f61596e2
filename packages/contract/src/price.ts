import * as z from 'zod/mini';

/** The calendar units in which prices repeat. */
export const IntervalUnit = z.enum(['day', 'week', 'month', 'year']);

/** How often a price is charged: every `count` units. */
export const Interval = z.object({ unit: IntervalUnit, count: z.number() });
/** How often a price is charged: every `count` units. */
export type Interval = z.infer<typeof Interval>;

/** An amount in integer minor units (cents, fen, whole yen) of an ISO 4217 currency, and how often it is charged. */
export const Price = z.object({ amount: z.number(), currency: z.string(), interval: z.nullable(Interval) });
/** An amount in integer minor units of an ISO 4217 currency, and how often it is charged. */
export type Price = z.infer<typeof Price>;
