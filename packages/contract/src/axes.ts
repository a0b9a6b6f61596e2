import * as z from 'zod/mini';

/** Whether it renews, was bought once for a time, or has no end. */
export const MembershipKind = z.enum(['recurring', 'fixed_term', 'lifetime']);
/** Whether it renews, was bought once for a time, or has no end. */
export type MembershipKind = z.infer<typeof MembershipKind>;

/** Whether the member can use it now; derived from dates and payment, never from renewal. */
export const Access = z.enum(['pending', 'granted', 'grace', 'suspended', 'ended']);
/** Whether the member can use it now; derived from dates and payment, never from renewal. */
export type Access = z.infer<typeof Access>;

/** Whether it will be charged again by itself. */
export const Renewal = z.enum(['on', 'off', 'paused', 'not_applicable']);
/** Whether it will be charged again by itself. */
export type Renewal = z.infer<typeof Renewal>;

/** How the money stands. */
export const Payment = z.enum(['ok', 'trial', 'past_due', 'unpaid', 'refunded', 'disputed']);
/** How the money stands. */
export type Payment = z.infer<typeof Payment>;

/** The one derived word that a page shows; everything decided is decided on the axes. */
export const MembershipState = z.enum([
  'upcoming',
  'trialing',
  'renewing',
  'ending',
  'fixed_term',
  'lifetime',
  'payment_problem',
  'on_hold',
  'paused',
  'expired',
  'revoked',
]);
/** The one derived word that a page shows. */
export type MembershipState = z.infer<typeof MembershipState>;

/**
 * The commands on a membership; each names what it reaches. `withdraw` undoes the purchase within the time the law gives:
 * another act than cancelling, and never the same button.
 */
export const MembershipCommand = z.enum(['cancelRenewal', 'resumeRenewal', 'withdraw']);
/** The commands on a membership; each names what it reaches. */
export type MembershipCommand = z.infer<typeof MembershipCommand>;
