import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import { Price } from './price.ts';

/** A fair offer, made after the cancellation took effect. Declining it is one press, and it is not made again soon. */
export const Offer = z.object({
  id: z.string(),
  membershipId: z.string(),
  /** In the host's words. */
  title: z.string(),
  text: z.string(),
  /** What it costs; null when nothing. */
  price: z.nullable(Price),
  /** Until when it holds, once accepted; null when it has no end. */
  endsAt: z.nullable(Instant),
  /** Whether something renews by itself after it. */
  renews: z.boolean(),
});
/** A fair offer. */
export type Offer = z.infer<typeof Offer>;

/** A reason to choose from, in the host's words. */
export const CancelReason = z.object({ id: z.string(), text: z.string() });
/** A reason to choose from. */
export type CancelReason = z.infer<typeof CancelReason>;

/** What may be asked or offered after a cancellation took effect. Nothing of it has to be answered. */
export const AfterCancel = z.object({
  /** Null when it was asked before, or may not be asked. */
  survey: z.nullable(z.object({ reasons: z.array(CancelReason) })),
  offer: z.nullable(Offer),
});
/** What may be asked or offered after a cancellation took effect. */
export type AfterCancel = z.infer<typeof AfterCancel>;

/** It was taken. */
export const Taken = z.object({ taken: z.literal(true) });
/** It was taken. */
export type Taken = z.infer<typeof Taken>;
