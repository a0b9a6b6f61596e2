import * as z from 'zod/mini';
import { MembershipKind, Payment, Renewal } from './axes.ts';
import { HostInstant } from './host-instant.ts';
import { IntervalUnit } from './price.ts';
import { RenewalOffBy } from './renewal-off.ts';

const price = z.strictObject({
  /** Integer minor units. */
  amount: z.int(),
  /** ISO 4217. */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  interval: z.nullable(z.strictObject({ unit: IntervalUnit, count: z.int().check(z.positive(), z.lte(1000)) })),
});

const paymentMethod = z.strictObject({
  brand: z.string().check(z.minLength(1), z.maxLength(40)),
  last4: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
});

/** What a billing company, or the host's own ledger, knows of one membership, in our words. */
export const BillingFacts = z.strictObject({
  kind: MembershipKind,
  renewal: Renewal,
  /** Who switched renewal off, and when. */
  renewalOff: z.nullable(z.strictObject({ by: RenewalOffBy, at: HostInstant })),
  payment: Payment,
  /** When the membership began. */
  startsAt: HostInstant,
  /** When the period that is paid for began. */
  periodStartsAt: HostInstant,
  /** When the period that is paid for ends; null only for lifetime. */
  periodEndsAt: z.nullable(HostInstant),
  /** The last moment at which cancelling still prevents the next charge; null means until the charge itself. */
  cancelBy: z.nullable(HostInstant),
  /** Until when access continues although a payment failed. */
  graceEndsAt: z.nullable(HostInstant),
  /** When it was ended before its time. */
  endedAt: z.nullable(HostInstant),
  /** When a pause ends by itself; null when open. */
  resumesAt: z.nullable(HostInstant),
  price: z.nullable(price),
  paymentMethod: z.nullable(paymentMethod),
});
/** What a billing company, or the host's own ledger, knows of one membership, in our words. */
export type BillingFacts = z.infer<typeof BillingFacts>;
