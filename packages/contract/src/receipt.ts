import * as z from 'zod/mini';
import { RenewalCommand } from './axes.ts';
import { CalendarDate, Instant, TimeZone } from './instant.ts';
import { Membership } from './membership.ts';
import { Price } from './price.ts';
import { VerificationMethod } from './verification.ts';

/** What a member keeps of a command that took effect. It never changes after it was written. */
export const Receipt = z.object({
  /** Shown to people and safe to read aloud: `CR-7F3K-29QD`. */
  id: z.string(),
  command: RenewalCommand,
  membershipId: z.string(),
  orderNumber: z.nullable(z.string()),
  planName: z.string(),
  accountName: z.string(),
  /** Who pressed the button. */
  requestedBy: z.string(),
  requestedAt: Instant,
  timeZone: TimeZone,
  accessEndsAt: z.nullable(Instant),
  lastDay: z.nullable(CalendarDate),
  /** When the next charge will be taken; null says that none will be. */
  nextChargeAt: z.nullable(Instant),
  /** Whether a payment that failed before is still owed; it may be collected although renewal is off. */
  paymentOwed: z.boolean(),
  /** The charge that will not be taken, or will be taken again. */
  price: z.nullable(Price),
  verifiedBy: z.nullable(VerificationMethod),
  /** Our own identifier of the intent; the same on every try. */
  intentId: z.string(),
  /** The billing company's own reference of the change or of the request, when it gives one. */
  providerReference: z.nullable(z.string()),
});
/** What a member keeps of a command that took effect. */
export type Receipt = z.infer<typeof Receipt>;

/**
 * The state a command reached, and its receipt; null while the billing company has not confirmed it (status 202): send
 * the same request with the same key again, or read the membership, until there is one.
 */
export const RenewalOutcome = z.object({ membership: Membership, receipt: z.nullable(Receipt) });
/** The state a command reached, and its receipt; null while the billing company has not confirmed it. */
export type RenewalOutcome = z.infer<typeof RenewalOutcome>;

/** What cancelling would do, before anything is decided. */
export const CancelPreview = z.object({
  membership: Membership,
  /** The day from which nothing is charged and access is over; the day after `membership.lastDay`. */
  firstDayWithout: z.nullable(CalendarDate),
  /** The charge that would not be taken. */
  chargeStopped: z.nullable(Price),
  /** One of these must be passed first; empty when none is asked for. */
  verification: z.array(VerificationMethod),
});
/** What cancelling would do, before anything is decided. */
export type CancelPreview = z.infer<typeof CancelPreview>;
