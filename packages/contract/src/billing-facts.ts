import * as z from 'zod/mini';
import { MembershipKind, Payment, Renewal } from './axes.ts';
import { Instant } from './instant.ts';
import { Price } from './price.ts';

/** Who switched renewal off, and when. */
export const RenewalOff = z.object({
  by: z.enum(['member', 'administrator', 'host', 'provider', 'payment_failure']),
  at: Instant,
});
/** Who switched renewal off, and when. */
export type RenewalOff = z.infer<typeof RenewalOff>;

/** How the next charge would be paid, as far as it may be shown. */
export const PaymentMethod = z.object({
  brand: z.string().check(z.minLength(1), z.maxLength(40)),
  last4: z.nullable(z.string().check(z.regex(/^\d{4}$/))),
});
/** How the next charge would be paid, as far as it may be shown. */
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** What a billing company, or the host's own ledger, knows of one membership, in our words. */
export const BillingFacts = z.object({
  kind: MembershipKind,
  renewal: Renewal,
  renewalOff: z.nullable(RenewalOff),
  payment: Payment,
  /** When the membership began. */
  startsAt: Instant,
  /** When the period that is paid for began. */
  periodStartsAt: Instant,
  /** When the period that is paid for ends; null only for lifetime. */
  periodEndsAt: z.nullable(Instant),
  /** The last moment at which cancelling still prevents the next charge; null means until the charge itself. */
  cancelBy: z.nullable(Instant),
  /** Until when access continues although a payment failed. */
  graceEndsAt: z.nullable(Instant),
  /** When it was ended before its time. */
  endedAt: z.nullable(Instant),
  /** When a pause ends by itself; null when open. */
  resumesAt: z.nullable(Instant),
  price: z.nullable(Price),
  paymentMethod: z.nullable(PaymentMethod),
});
/** What a billing company, or the host's own ledger, knows of one membership, in our words. */
export type BillingFacts = z.infer<typeof BillingFacts>;
