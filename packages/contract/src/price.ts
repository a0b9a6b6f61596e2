import * as z from 'zod/mini';

/** How often a price is charged: every `count` units. */
export const Interval = z.object({
  unit: z.enum(['day', 'week', 'month', 'year']),
  count: z.int().check(z.positive()),
});
/** How often a price is charged: every `count` units. */
export type Interval = z.infer<typeof Interval>;

/** An amount in integer minor units (cents, fen, whole yen) of an ISO 4217 currency. */
export const Money = z.object({
  amount: z.int(),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
/** An amount in integer minor units of an ISO 4217 currency. */
export type Money = z.infer<typeof Money>;

/** A price and, for what renews or was bought for a time, its interval. */
export const Price = z.extend(Money, { interval: z.nullable(Interval) });
/** A price and, for what renews or was bought for a time, its interval. */
export type Price = z.infer<typeof Price>;
