import * as z from 'zod/mini';
import { FixedLabel } from './action.ts';
import { MembershipCommand, MembershipKind } from './axes.ts';
import { Declaration, DeclarationForm } from './declaration.ts';
import { CalendarDate, Instant, TimeZone } from './instant.ts';
import { Membership } from './membership.ts';
import { Price } from './price.ts';
import { SupportChannel } from './support.ts';
import { VerificationAsked, VerificationMethod } from './verification.ts';

/** Money that goes back: integer minor units of an ISO 4217 currency, and the last day for it. */
export const Refund = z.object({ amount: z.number(), currency: z.string(), by: CalendarDate });
/** Money that goes back, and the last day for it. */
export type Refund = z.infer<typeof Refund>;

/** Where a command came from: a page of the host, the page for visitors without a login, or a person at the host. */
export const RequestChannel = z.enum(['session', 'public_page', 'agent']);
/** Where a command came from. */
export type RequestChannel = z.infer<typeof RequestChannel>;

/** What a member keeps of a command that took effect. It never changes after it was written. */
export const Receipt = z.object({
  /** Shown to people and safe to read aloud: `CR-7F3K-29QD`. */
  id: z.string(),
  command: MembershipCommand,
  /** What ended. Receipts that were signed before it was written down are of what renews. */
  kind: z._default(MembershipKind, 'recurring'),
  membershipId: z.string(),
  orderNumber: z.nullable(z.string()),
  planName: z.string(),
  accountName: z.string(),
  /** Who pressed the button. */
  requestedBy: z.string(),
  requestedAt: Instant,
  /** The same moment as a clock in `timeZone` shows it, with its offset: `2026-11-22T10:42:00+08:00`. */
  requestedAtLocal: z.string(),
  timeZone: TimeZone,
  channel: RequestChannel,
  accessEndsAt: z.nullable(Instant),
  lastDay: z.nullable(CalendarDate),
  /** When the next charge will be taken; null says that none will be. */
  nextChargeAt: z.nullable(Instant),
  /** Whether a payment that failed before is still owed; it may be collected although renewal is off. */
  paymentOwed: z.boolean(),
  /** The charge that will not be taken, or will be taken again. */
  price: z.nullable(Price),
  refund: z.nullable(Refund),
  /** Until when renewal can be turned on again without buying anew; null when it cannot. */
  resumableUntil: z.nullable(Instant),
  contact: z.array(SupportChannel),
  /** The profile of the place whose law was followed: `CN`, `DE`, `BASE`. */
  place: z.string(),
  /** What was declared, as it was typed; null where the press alone was asked for. */
  declaration: z.nullable(Declaration),
  verifiedBy: z.nullable(VerificationMethod),
  /** Our own identifier of the intent; the same on every try. */
  intentId: z.string(),
  /** The billing company's own reference of the change or of the request, when it gives one. */
  providerReference: z.nullable(z.string()),
});
/** What a member keeps of a command that took effect. */
export type Receipt = z.infer<typeof Receipt>;

/** One page of receipts, the newest first. */
export const ReceiptPage = z.object({
  items: z.array(Receipt),
  /** Send it back as `cursor` to read on; null on the last page. */
  nextCursor: z.nullable(z.string()),
});
/** One page of receipts, the newest first. */
export type ReceiptPage = z.infer<typeof ReceiptPage>;

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
  verification: VerificationAsked,
  /** The profile of the place whose law this follows. */
  place: z.string(),
  /** What the confirming button reads; null where the words of the page's language serve. */
  confirmLabel: z.nullable(FixedLabel),
  /** What the law asks to fill in or to confirm; null when the press alone is enough. */
  form: z.nullable(DeclarationForm),
  /** Whether the law allows nothing on the confirming page but the fields and the button. */
  isPure: z.boolean(),
});
/** What cancelling would do, before anything is decided. */
export type CancelPreview = z.infer<typeof CancelPreview>;

/** What withdrawing would do, before anything is decided. */
export const WithdrawPreview = z.object({
  membership: Membership,
  refund: z.nullable(Refund),
  verification: VerificationAsked,
  place: z.string(),
  confirmLabel: z.nullable(FixedLabel),
});
/** What withdrawing would do, before anything is decided. */
export type WithdrawPreview = z.infer<typeof WithdrawPreview>;
