import * as z from 'zod/mini';
import { Action } from './action.ts';
import { Access, MembershipKind, MembershipState, Payment, Renewal, MembershipCommand } from './axes.ts';
import { CalendarDate, Instant, TimeZone } from './instant.ts';
import { PaymentMethod } from './payment-method.ts';
import { Price } from './price.ts';
import { RenewalOff } from './renewal-off.ts';

/** One thing the plan gives, in the host's words. */
export const Benefit = z.object({ id: z.string(), name: z.string() });
/** One thing the plan gives, in the host's words. */
export type Benefit = z.infer<typeof Benefit>;

/** What happens when, by itself, if nobody does anything; null when nothing is scheduled. */
export const ScheduledChange = z.object({ action: z.enum(['renew', 'end', 'pause', 'resume', 'start']), at: Instant });
/** What happens when, by itself, if nobody does anything. */
export type ScheduledChange = z.infer<typeof ScheduledChange>;

/** One membership as one member may see it now. Every date is computed by the server. */
export const Membership = z.object({
  id: z.string(),
  /** Rises with every write; the entity tag of the membership. */
  version: z.number(),
  /** The server's time at which all this was true. Relative days are counted from here, not from the reader's clock. */
  asOf: Instant,
  plan: z.object({ id: z.string(), name: z.string(), benefits: z.array(Benefit) }),
  account: z.object({ kind: z.enum(['person', 'company']), name: z.string() }),
  /** The person it belongs to. */
  holder: z.object({ id: z.string(), name: z.string() }),
  orderNumber: z.nullable(z.string()),
  seats: z.nullable(z.number()),

  kind: MembershipKind,
  access: Access,
  renewal: Renewal,
  renewalOff: z.nullable(RenewalOff),
  payment: Payment,
  scheduledChange: z.nullable(ScheduledChange),
  state: MembershipState,

  /** The zone of the account; every day below is a day in this zone. */
  timeZone: TimeZone,
  startsAt: Instant,
  periodStartsAt: Instant,
  /** When access ends if it does not renew; null for lifetime. */
  accessEndsAt: z.nullable(Instant),
  /** The last full calendar day of access in `timeZone`; null for lifetime. All surfaces print this day. */
  lastDay: z.nullable(CalendarDate),
  /** When the next charge is taken; null when none will be. */
  nextChargeAt: z.nullable(Instant),
  /** The last moment at which cancelling prevents the next charge. */
  cancelBy: z.nullable(Instant),
  /** The last full day of the period after the next charge; null when none will be. */
  nextLastDay: z.nullable(CalendarDate),
  endedAt: z.nullable(Instant),
  resumesAt: z.nullable(Instant),

  price: z.nullable(Price),
  paymentMethod: z.nullable(PaymentMethod),
  actions: z.object({ cancelRenewal: Action, resumeRenewal: Action, withdraw: Action }),
  /** Until when the purchase can be undone by law; null where there is no such right, or it is over. */
  withdrawBy: z.nullable(Instant),
  /** A command that was sent to the billing company and is not confirmed yet; null when none is. */
  pendingCommand: z.nullable(z.object({ command: MembershipCommand, since: Instant })),
  /** The receipt of the newest command that took effect on this membership. */
  receiptId: z.nullable(z.string()),
});
/** One membership as one member may see it now. Every date is computed by the server. */
export type Membership = z.infer<typeof Membership>;

/** One page of memberships, in a stable order. */
export const MembershipPage = z.object({
  items: z.array(Membership),
  /** Send it back as `cursor` to read on; null on the last page. */
  nextCursor: z.nullable(z.string()),
});
/** One page of memberships, in a stable order. */
export type MembershipPage = z.infer<typeof MembershipPage>;
